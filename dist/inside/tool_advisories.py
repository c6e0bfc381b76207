"""Asks for the known weaknesses of packages: pip-audit finds them, the records that it found say how serious each is.

Started as `python -I tool_advisories.py`; on stdin {"packages": [[name, version]], "url": text or null}; writes one JSON
object. Installs nothing and resolves nothing.
"""
import concurrent.futures
import json
import os
import socket
import subprocess
import sys
import tempfile
from urllib.parse import urlsplit

_SECONDS = 45
_MOST_RECORDS = 150


def main():
    asked = json.loads(sys.stdin.read())
    with tempfile.TemporaryDirectory() as folder:
        problem = unreachable(asked["url"])
        told, problem = (None, problem) if problem else run_tool(asked, folder)
    records = {} if told is None else ask_records(ids_of(told), asked["url"])
    sys.stdout.write(json.dumps({"told": told, "problem": problem, "records": records}) + "\n")


def unreachable(url):
    """Where nothing answers, pip-audit would try again and again; behind a proxy only it can tell."""
    from pip_audit._service.osv import OsvService

    if any(name.lower().endswith("_proxy") and value for name, value in os.environ.items() if name.lower() != "no_proxy"):
        return None
    address = urlsplit(url or OsvService.DEFAULT_OSV_URL)
    try:
        socket.create_connection((address.hostname, address.port or (443 if address.scheme == "https" else 80)), 5).close()
    except OSError as error:
        return "no connection: {}".format(error)
    return None


def run_tool(asked, folder):
    """(report, why there is none): exit code 1 means both that something was found and that something went wrong."""
    path = os.path.join(folder, "requirements.txt")
    with open(path, "w") as file:
        file.writelines("{}=={}\n".format(name, version) for name, version in asked["packages"])
    command = [sys.executable, "-I", "-m", "pip_audit", "--requirement", path, "--no-deps", "--disable-pip"]
    command += ["--vulnerability-service", "osv", "--format", "json", "--aliases", "on", "--desc", "on"]
    command += ["--progress-spinner", "off", "--timeout", "10", "--cache-dir", folder]
    command += ["--osv-url", asked["url"]] if asked["url"] else []
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        return None, "no answer within {} seconds".format(_SECONDS)
    try:
        return json.loads(done.stdout.decode("utf-8")), None
    except ValueError:
        lines = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if line.strip()]
        return None, lines[-1][:300] if lines else "pip-audit ended with {}".format(done.returncode)


def ids_of(told):
    """GitHub's records say how serious they are; those of PyPI seldom do."""
    found = []
    for package in told.get("dependencies", []):
        for advisory in package.get("vulns", []):
            found += [name for name in [advisory["id"]] + advisory.get("aliases", []) if name.startswith(("GHSA-", "PYSEC-"))]
    return list(dict.fromkeys(found))[:_MOST_RECORDS]


def ask_records(ids, url):
    import requests
    from pip_audit._service.osv import OsvService

    base = (url or OsvService.DEFAULT_OSV_URL).rsplit("/", 1)[0] + "/vulns/"

    def ask(name):
        try:
            answer = requests.get(base + name, timeout=10)
            answer.raise_for_status()
            return name, severity_of(answer.json())
        except (requests.RequestException, ValueError, KeyError, TypeError):
            return name, None

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        return {name: severity for name, severity in pool.map(ask, ids) if severity is not None}


def severity_of(record):
    """low, medium, high, critical; else unknown."""
    said = str((record.get("database_specific") or {}).get("severity") or "").lower().replace("moderate", "medium")
    if said in ("low", "medium", "high", "critical"):
        return said
    import cvss

    kinds = {"CVSS_V4": cvss.CVSS4, "CVSS_V3": cvss.CVSS3, "CVSS_V2": cvss.CVSS2}
    for kind in kinds:
        for given in record.get("severity") or []:
            if given.get("type") == kind:
                try:
                    score = kinds[kind](given["score"])
                except (cvss.CVSSError, ValueError, KeyError):
                    continue
                word = (score.severity if kind == "CVSS_V4" else score.severities()[0]).lower()
                return word if word in ("low", "medium", "high", "critical") else "low"
    return "unknown"


if __name__ == "__main__":
    main()
