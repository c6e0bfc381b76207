"""JSON lines between the grader and this process, out of reach of whatever the learner's code prints."""
import json
import os

MAX_LINE = 8 * 1024 * 1024

# Taken before learner code runs, so that what it replaces in `json` does not reach the channel by accident.
_loads = json.loads


class _Encoder(json.JSONEncoder):
    encode = json.JSONEncoder.encode
    iterencode = json.JSONEncoder.iterencode
    default = json.JSONEncoder.default


_dumps = _Encoder(allow_nan=False).encode


def take_channel():
    """Moves the original stdin and stdout to private descriptors; prints of the learner's code go to the log."""
    reading, writing = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return Channel(reading, writing)


class Channel:
    """One end of a line-wise connection: reads what is there, writes everything."""

    def __init__(self, reading, writing):
        self.reading = reading
        self.writing = writing
        self._buffer = b""

    def receive(self):
        """The messages that have arrived, or None once the other side is gone. Call when readable."""
        try:
            chunk = os.read(self.reading, 65536)
        except OSError:
            return None
        if not chunk:
            return None
        self._buffer += chunk
        if b"\n" not in chunk:
            return [] if len(self._buffer) <= MAX_LINE else None
        lines = self._buffer.split(b"\n")
        self._buffer = lines.pop()
        return [message for message in map(_parse, lines) if message is not None]

    def send(self, message):
        data = encode(message)
        while data:
            data = data[os.write(self.writing, data):]

    def close(self):
        for descriptor in {self.reading, self.writing}:
            try:
                os.close(descriptor)
            except OSError:
                pass


def encode(message):
    """A line of JSON that every parser accepts: no NaN, no objects, no more than MAX_LINE."""
    try:
        text = _dumps(message)
    except Exception:
        text = _dumps(plain(message))
    if len(text) >= MAX_LINE:
        text = _dumps({"id": message.get("id"), "ok": False, "error": too_long(len(text))})
    return text.encode("ascii") + b"\n"


def too_long(length):
    return {
        "stage": "operation",
        "type": "TooLong",
        "message": "the answer has {} bytes, more than the {} that are read".format(length, MAX_LINE),
        "frames": [],
        "missing": None,
    }


def plain(value, depth=0):
    """The nearest thing to `value` that JSON can hold."""
    if value is None or isinstance(value, (bool, int, str)) and type(value) in (bool, int, str):
        return value
    if depth > 20:
        return "…"
    if isinstance(value, float):
        return float(value) if value - value == 0 else str(value)
    if isinstance(value, dict):
        return {str(key): plain(item, depth + 1) for key, item in list(value.items())}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item, depth + 1) for item in list(value)]
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    try:
        return str(value)
    except Exception:
        return "({})".format(type(value).__name__)


def _parse(line):
    try:
        message = _loads(line.decode("utf-8"))
    except ValueError:
        return None
    return message if isinstance(message, dict) else None
