"""Stands in for the installer: an empty virtual environment, and whatever the first requirement asks for."""
import json
import os
import sys
import time
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
elif wish == "sleep":
    time.sleep(600)
elif wish == "fail":
    problem = "it cannot be installed"
elif wish == "environment":
    seen = dict(os.environ)
    seen["source"] = str(os.path.exists("/app"))
    with open(os.environ["SSL_CERT_FILE"]) as file:
        seen["certificates"] = file.read(1000)
elif wish == "network":
    seen["network"] = str(os.path.exists("/sys/class/net/eth0"))

venv.EnvBuilder(symlinks=True).create(target)
version = "%d.%d" % sys.version_info[:2]
print(json.dumps({
    "ok": problem is None, "python": version, "interpreter": target + "/bin/python", "installed": seen,
    "changes": [], "reused": False, "problem": problem, "log": "",
}))
