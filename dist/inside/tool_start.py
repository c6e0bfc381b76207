"""Unpacks the files that a tool of the grader's reads, then becomes the tool. Nothing of the learner's is run.

First on stdin: {"folder": …, "command": […], "environment": {…}, "archive": bytes, "certificates": text or null} as one
line, then a tar archive of that many bytes; the rest of stdin is the tool's.
"""
import io
import json
import os
import tarfile


def main():
    order = json.loads(read_line().decode("utf-8"))
    environment = dict(order["environment"])
    os.makedirs(order["folder"], exist_ok=True)
    unpack(read_exactly(order["archive"]), order["folder"])
    if order.get("certificates"):
        path = os.path.join(environment["TMPDIR"], "ca.pem")
        with open(path, "w") as file:
            file.write(order["certificates"])
        environment.update(SSL_CERT_FILE=path, REQUESTS_CA_BUNDLE=path)
    os.chdir(order["folder"])
    os.execve(order["command"][0], order["command"], environment)


def unpack(archive, folder):
    """Regular files and folders only, whatever the archive holds; each file is new and stays as it is."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as entries:
        for entry in entries:
            path = os.path.join(folder, os.path.normpath(entry.name))
            if entry.name.startswith("/") or ".." in entry.name.split("/"):
                continue
            if entry.isdir():
                os.makedirs(path, exist_ok=True)
            elif entry.isfile():
                os.makedirs(os.path.dirname(path), exist_ok=True)
                target = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o444)
                with os.fdopen(target, "wb") as file:
                    file.write(entries.extractfile(entry).read())


def read_line():
    """Byte by byte, so that nothing of what follows is taken."""
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(0, 1)
        if not byte:
            raise SystemExit(0)
        line += byte
    return line


def read_exactly(length):
    parts = []
    while length > 0:
        part = os.read(0, min(length, 1 << 20))
        if not part:
            raise SystemExit("the files of the tool did not arrive whole")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


if __name__ == "__main__":
    main()
