"""Waits in a started container until the grader knows what to start, then becomes it: saves the start-up time.

The line on stdin: {"directory": …, "command": […], "environment": {…}}; the rest of stdin is the program's.
"""
import json
import os


def main():
    order = json.loads(read_line().decode("utf-8"))
    os.chdir(order["directory"])
    os.execve(order["command"][0], order["command"], order["environment"])


def read_line():
    """Byte by byte, so that nothing of the next line is taken."""
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(0, 1)
        if not byte:
            raise SystemExit(0)
        line += byte
    return line


if __name__ == "__main__":
    main()
