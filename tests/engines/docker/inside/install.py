"""Stands in for the installer: an empty virtual environment, and whatever the first requirement asks for."""
import json
import os
import subprocess
import sys
import urllib.request
import venv

plan = json.loads(sys.stdin.readline())
target = sys.argv[1]
wish = plan["requirements"][0] if plan["requirements"] else ""
problem = None
seen = {}

if wish == "fill-memory":
    block = []
    while True:
        block.append(bytearray(64 * 1024 * 1024))
elif wish == "flood":
    while True:
        os.write(2, b"x" * 65536)
elif wish == "fail":
    problem = "it cannot be installed"
elif wish == "environment":
    seen = {name: value for name, value in os.environ.items()}
    seen["source"] = str(os.path.exists("/app"))
elif wish == "network":
    seen["network"] = str(os.path.exists("/sys/class/net/eth0"))

venv.EnvBuilder(symlinks=True).create(target)
version = "%d.%d" % sys.version_info[:2]
print(json.dumps({
    "ok": problem is None, "python": version, "interpreter": target + "/bin/python", "installed": seen,
    "changes": [], "reused": False, "problem": problem, "log": "",
}))
