"""Files that a server has or has not while its settings are read."""
import builtins
import errno
import io
import os
import re


def hide_environment_files(paths, supplied):
    """What a `.env` holds is a developer's: it is not there, whether it was committed or not. `supplied`: path → text."""
    real_stat, real_open = os.stat, builtins.open
    root = paths.source.rstrip(os.sep) + os.sep

    def hidden(file):
        try:
            path = os.path.abspath(os.fspath(file))
        except TypeError:  # a descriptor
            return False
        if isinstance(path, bytes):
            path = os.fsdecode(path)
        name = os.path.basename(path)
        return path.startswith(root) and re.match(r"\.env|.*\.env$", name) is not None

    def stat(path, *args, **kwargs):
        if hidden(path):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return real_stat(path, *args, **kwargs)

    def opened(file, mode="r", *args, **kwargs):
        text = supplied.get(paths.relative(str(file))) if supplied and not isinstance(file, int) else None
        if text is not None:
            return io.BytesIO(text.encode("utf-8")) if "b" in mode else io.StringIO(text)
        if hidden(file):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), file)
        return real_open(file, mode, *args, **kwargs)

    os.stat, builtins.open, io.open = stat, opened, opened
