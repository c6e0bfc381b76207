"""What stands in a virtual environment, from its files."""
import glob
import os
import re
import subprocess

from install_requirements import normalised


def installed_packages(folder):
    """Normalised name to version."""
    found = {}
    for path in glob.glob(os.path.join(folder, "lib*", "python*", "site-packages", "*-info")):
        match = re.match(r"(.+?)-(\d[^-]*?)(-py[\d.]+)?\.(dist|egg)-info$", os.path.basename(path))
        if match:
            found[normalised(match.group(1))] = match.group(2)
    return found


def django_version(python):
    """None where Django cannot be imported."""
    call = [python, "-I", "-c", "import django; print(django.get_version())"]
    try:
        result = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60, cwd=os.sep)
    except (OSError, subprocess.SubprocessError):
        return None
    return result.stdout.decode("utf-8", "replace").strip() or None if result.returncode == 0 else None
