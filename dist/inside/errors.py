"""An exception of the learner's code as data: where it came from and what would repair it."""
import linecache
import os
import traceback

from .missing import find_missing

MAX_FRAMES = 60
MAX_TEXT = 4000


class StageError(Exception):
    """Says in which stage the exception that it wraps was raised."""

    def __init__(self, stage, cause):
        Exception.__init__(self, stage)
        self.stage = stage
        self.cause = cause


def describe(error, stage, paths):
    """InsideError of protocol.ts. Never raises: learner exceptions can break even `str()`."""
    if isinstance(error, StageError):
        error, stage = error.cause, error.stage
    frames = frames_of(error, paths)
    try:
        missing = find_missing(error, frames, paths, stage)
    except Exception:
        missing = None
    return {
        "stage": stage,
        "type": type(error).__name__,
        "message": message_of(error),
        "frames": frames,
        "missing": missing,
    }


def problem(stage, kind, message):
    return {"stage": stage, "type": kind, "message": message, "frames": [], "missing": None}


def message_of(error):
    try:
        text = str(error)
    except BaseException:
        text = "(no message)"
    if isinstance(error, SystemExit):
        text = "the code asked Python to exit ({})".format(text or "0")
    return text[:MAX_TEXT]


def frames_of(error, paths):
    """Outermost first; those of the cause where the error itself did not pass through the learner's code."""
    frames = []
    try:
        for frame, line in traceback.walk_tb(error.__traceback__):
            frames.append(_frame(frame.f_code.co_filename, line, frame.f_code.co_name, paths))
    except Exception:
        pass
    if isinstance(error, SyntaxError) and error.filename:
        frames.append(_frame(error.filename, error.lineno or 0, "<module>", paths))
    if not any(frame["learner"] for frame in frames):
        cause = error.__cause__ or error.__context__
        if cause is not None and cause is not error:
            frames = frames_of(cause, paths) + frames if _has_learner(cause, paths) else frames
    return [frame for frame in frames if not _own(frame["file"])][-MAX_FRAMES:]


def current_frames(frame, paths):
    """Where a running thread is, outermost first: for a start that hangs."""
    frames = []
    while frame is not None:
        frames.append(_frame(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, paths))
        frame = frame.f_back
    return [item for item in reversed(frames) if not _own(item["file"])][-MAX_FRAMES:]


def _has_learner(error, paths):
    return any(paths.is_learner(frame.f_code.co_filename) for frame, _ in traceback.walk_tb(error.__traceback__))


def _frame(file, line, function, paths):
    code = linecache.getline(file, line or 0).strip()
    return {
        "file": paths.relative(file),
        "line": max(0, line or 0),
        "function": str(function),
        "code": code[:300] or None,
        "learner": paths.is_learner(file),
    }


def _own(file):
    return os.path.dirname(os.path.abspath(file)) == os.path.dirname(os.path.abspath(__file__))
