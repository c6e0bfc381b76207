"""Stands in for the learner's app: does what the lines on stdin say, one JSON answer per line."""
import http.server
import json
import os
import socket
import sys
import threading
import time


def serve(port, body="hello"):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            if self.path == "/endless":
                self.send_response(200)
                self.end_headers()
                while True:
                    self.wfile.write(b"x" * 65536)
            text = self.client_address[0]
            if self.path.startswith("/bytes/"):
                text = "x" * int(self.path.split("/")[2])
            self.answer(text.encode())

        def do_POST(self):
            self.answer(str(len(self.rfile.read(int(self.headers["Content-Length"])))).encode())

        def answer(self, content):
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return "serving"


def attempt(action):
    try:
        return action()
    except BaseException as error:
        return "{}: {}".format(type(error).__name__, error)


def fill(path):
    with open(path, "wb") as out:
        while True:
            out.write(b"x" * (1024 * 1024))
            out.flush()


def fork_bomb():
    count = 0
    while True:
        try:
            if os.fork() == 0:
                time.sleep(600)
        except OSError as error:
            return {"children": count, "error": str(error)}
        count += 1


def eat_memory():
    blocks = []
    while True:
        blocks.append(bytearray(b"x" * (32 * 1024 * 1024)))


def flood():
    while True:
        os.write(2, b"flood " * 10000)


def do(order):
    action, value = order["do"], order.get("value")
    if action == "python":
        return attempt(lambda: eval(value, {"os": os, "socket": socket, "sys": sys}))
    if action == "fill":
        return attempt(lambda: fill(value))
    return {"serve": serve, "fork_bomb": fork_bomb, "eat_memory": eat_memory, "flood": flood, "exit": sys.exit}[action](
        *([] if value is None else [value])
    )


sys.stderr.write("started\n")
for line in sys.stdin:
    print(json.dumps(do(json.loads(line))), flush=True)
