"""Where packages come from on this machine: pip's settings, told to uv as well, which does not read them."""
import os
import subprocess
import sys

_CERTIFICATES = ("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
_OF_PIP = {
    "index-url": "PIP_INDEX_URL",
    "extra-index-url": "PIP_EXTRA_INDEX_URL",
    "find-links": "PIP_FIND_LINKS",
    "no-index": "PIP_NO_INDEX",
    "trusted-host": "PIP_TRUSTED_HOST",
    "proxy": "PIP_PROXY",
    "cert": "PIP_CERT",
}
_FOR_UV = (
    ("PIP_INDEX_URL", "UV_DEFAULT_INDEX", ("UV_INDEX_URL", "UV_DEFAULT_INDEX", "UV_INDEX")),
    ("PIP_EXTRA_INDEX_URL", "UV_INDEX", ("UV_EXTRA_INDEX_URL", "UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX")),
    ("PIP_TRUSTED_HOST", "UV_INSECURE_HOST", ("UV_INSECURE_HOST",)),
    ("PIP_PROXY", "HTTPS_PROXY", ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")),
    ("PIP_PROXY", "HTTP_PROXY", ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")),
)


def index_environment(environment):
    """The given environment, completed for pip and uv."""
    known = dict(_pip_settings(), **{name: value for name, value in environment.items() if value})
    said = set(known)
    for source, name, instead in _FOR_UV:
        if known.get(source) and not said.intersection(instead):
            known[name] = known[source]
    links = known.get("PIP_FIND_LINKS", "").split()
    if links and "UV_FIND_LINKS" not in known:
        known["UV_FIND_LINKS"] = ",".join(link for link in links if "://" in link or os.path.isdir(link))
    certificates = next((known[name] for name in _CERTIFICATES if os.path.isfile(known.get(name, ""))), None)
    if certificates:
        for name in _CERTIFICATES:
            known.setdefault(name, certificates)
    known.update(
        UV_PYTHON_DOWNLOADS="never", UV_NO_PROGRESS="1", NO_COLOR="1", PIP_NO_INPUT="1",
        PIP_DISABLE_PIP_VERSION_CHECK="1", PYTHONNOUSERSITE="1",
    )
    known.setdefault("UV_HTTP_TIMEOUT", known.get("PIP_DEFAULT_TIMEOUT", "60"))
    # Made for the learner's own environment, not for this one.
    for name in ("PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_REQUIRE_VIRTUALENV", "VIRTUAL_ENV", "UV_PYTHON"):
        known.pop(name, None)
    return known


def _pip_settings():
    try:
        child = subprocess.Popen(
            [sys.executable, "-m", "pip", "config", "list"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, universal_newlines=True,
        )
        output = child.communicate(timeout=30)[0]
    except (OSError, subprocess.SubprocessError):
        return {}
    found = {}
    for line in sorted(output.splitlines()):  # "global…" before "install…", which wins
        key, _, value = line.partition("=")
        section, _, option = key.strip().partition(".")
        if section in ("global", "install") and option in _OF_PIP:
            found[_OF_PIP[option]] = " ".join(value.strip().strip("'\"").replace("\\n", " ").split())
    return found
