"""Carries the grader's connections to ports of the sandbox's own 127.0.0.1.

Runs in a container of its own that shares nothing with the app but the network. Client N comes from 127.0.0.N, so
that the app sees different machines.

    relay.py [FOLDER]

It listens on FOLDER/PORT-CLIENT.sock for each line "PORT CLIENT" written to FOLDER/control. Where the engine's machine
shares no folder of sockets with the grader's, connections come as frames on stdin and stdout (see tunnel.ts).
"""
import errno
import os
import selectors
import socket
import struct
import sys

CHUNK = 65536
WINDOW = 262144  # bytes under way per connection of the tunnel
OPEN, DATA, END, RESET, CREDIT = range(5)
HEAD = struct.Struct(">IBI")  # connection, kind, length of what follows

loop = selectors.DefaultSelector()


def main():
    Tunnel()
    if len(sys.argv) > 1:
        try:
            listen_to_control(sys.argv[1])
        except OSError:
            pass  # a folder that cannot be written: the tunnel remains
    while True:
        for key, events in loop.select():
            key.data(events)


# ---- sockets in a folder ----


def listen_to_control(folder):
    os.umask(0)
    path = os.path.join(folder, "control")
    os.mkfifo(path + ".new", 0o666)
    control = os.open(path + ".new", os.O_RDWR | os.O_NONBLOCK)
    pending = [b""]

    def on_control(_events):
        *lines, pending[0] = (pending[0] + os.read(control, CHUNK)).split(b"\n")
        for line in lines:
            port, client = line.split()
            listen(folder, int(port), int(client))

    loop.register(control, selectors.EVENT_READ, on_control)
    os.rename(path + ".new", path)


def listen(folder, port, client):
    path = os.path.join(folder, "%d-%d.sock" % (port, client))
    server = socket.socket(socket.AF_UNIX)
    server.bind(path + ".new")
    server.listen(256)
    server.setblocking(False)

    def on_connection(_events):
        try:
            near, _ = server.accept()
        except OSError:
            return
        connect(near, port, client)

    loop.register(server, selectors.EVENT_READ, on_connection)
    os.rename(path + ".new", path)


def connect(near, port, client):
    near.setblocking(False)
    try:
        far = dial(port, client)
    except OSError:
        near.close()
        return
    join(near, far)


def dial(port, client):
    far = socket.socket()
    far.setblocking(False)
    far.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        far.bind(("127.0.0.%d" % client, 0))
        problem = far.connect_ex(("127.0.0.1", port))
        if problem not in (0, errno.EINPROGRESS):
            raise OSError(problem, "connect")
    except OSError:
        far.close()
        raise
    return far


def join(near, far):
    def close():
        a.close()
        b.close()

    a, b = End(near, close), End(far, close)
    a.to, b.to = b, a
    a.watch()
    b.watch()


class End:
    """One socket of a connection. It is read only while the other side has taken everything read before."""

    def __init__(self, sock, on_broken):
        self.sock = sock
        self.on_broken = on_broken
        self.to = None  # where the bytes read here go: write(data), end(), full()
        self.out = b""
        self.read_done = self.write_ending = self.write_done = self.closed = False
        self.watched = 0

    def watch(self):
        if self.closed:
            return
        if self.read_done and self.write_done:
            self.close()
            return
        wanted = selectors.EVENT_WRITE if self.out else 0
        if not self.read_done and not self.to.full():
            wanted |= selectors.EVENT_READ
        if wanted == self.watched:
            return
        if not wanted:
            loop.unregister(self.sock)
        elif self.watched:
            loop.modify(self.sock, wanted, self.on_ready)
        else:
            loop.register(self.sock, wanted, self.on_ready)
        self.watched = wanted

    def on_ready(self, events):
        try:
            if events & selectors.EVENT_WRITE and not self.closed:
                self.flush()
            if events & selectors.EVENT_READ and not self.closed and not self.read_done:
                self.receive()
        except (BlockingIOError, InterruptedError):
            pass
        except OSError:
            self.on_broken()

    def receive(self):
        data = self.sock.recv(CHUNK)
        if data:
            self.to.write(data)
        else:
            self.read_done = True
            self.to.end()
        self.watch()

    def write(self, data):
        if self.closed or self.write_done:
            return
        self.out += data
        self.flush()

    def flush(self):
        try:
            while self.out:
                sent = self.sock.send(self.out)
                self.out = self.out[sent:]
                self.to.written(sent)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError:
            self.on_broken()
            return
        if self.write_ending and not self.out and not self.write_done:
            self.write_done = True
            try:
                self.sock.shutdown(socket.SHUT_WR)
            except OSError:
                pass
        self.watch()

    def end(self):
        self.write_ending = True
        self.flush()

    def full(self):
        return bool(self.out)

    def written(self, _count):
        """What was read here has arrived at the other side: there is room again."""
        self.watch()

    def close(self):
        if self.closed:
            return
        self.closed = True
        if self.watched:
            loop.unregister(self.sock)
        self.sock.close()


# ---- tunnel ----


class Tunnel:
    """Frames of all connections on stdin and stdout."""

    def __init__(self):
        self.channels = {}
        self.input = b""
        self.output = b""
        self.waits = False
        os.set_blocking(0, False)
        os.set_blocking(1, False)
        loop.register(0, selectors.EVENT_READ, self.on_input)

    def send(self, number, kind, body=b""):
        self.output += HEAD.pack(number, kind, len(body)) + body
        if not self.waits:
            self.flush(0)

    def flush(self, _events):
        try:
            while self.output:
                self.output = self.output[os.write(1, self.output[:CHUNK]):]
        except BlockingIOError:
            pass
        if bool(self.output) != self.waits:
            self.waits = not self.waits
            if self.waits:
                loop.register(1, selectors.EVENT_WRITE, self.flush)
            else:
                loop.unregister(1)

    def on_input(self, _events):
        data = os.read(0, CHUNK)
        if not data:
            sys.exit(0)
        self.input += data
        while len(self.input) >= HEAD.size:
            number, kind, length = HEAD.unpack_from(self.input)
            if len(self.input) < HEAD.size + length:
                return
            body = self.input[HEAD.size:HEAD.size + length]
            self.input = self.input[HEAD.size + length:]
            self.on_frame(number, kind, body)

    def on_frame(self, number, kind, body):
        if kind == OPEN:
            port, client = struct.unpack(">HB", body)
            try:
                self.channels[number] = Channel(self, number, dial(port, client))
            except OSError:
                self.send(number, RESET)
            return
        channel = self.channels.get(number)
        if channel is None:
            return
        if kind == DATA:
            channel.far.write(body)
        elif kind == END:
            channel.far.end()
        elif kind == RESET:
            channel.drop()
        elif kind == CREDIT:
            channel.room += struct.unpack(">I", body)[0]
            channel.far.watch()


class Channel:
    """The grader's side of a connection: what an End sees of the tunnel."""

    def __init__(self, tunnel, number, far):
        self.tunnel = tunnel
        self.number = number
        self.room = WINDOW
        self.far = End(far, self.reset)
        self.far.to = self
        self.far.watch()

    def write(self, data):
        self.room -= len(data)
        self.tunnel.send(self.number, DATA, data)

    def end(self):
        self.tunnel.send(self.number, END)

    def full(self):
        return self.room < CHUNK

    def written(self, count):
        self.tunnel.send(self.number, CREDIT, struct.pack(">I", count))

    def reset(self):
        self.tunnel.send(self.number, RESET)
        self.drop()

    def drop(self):
        self.tunnel.channels.pop(self.number, None)
        self.far.close()


if __name__ == "__main__":
    main()
