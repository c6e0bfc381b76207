"""Entry point: the grader starts this file with the learner's Python, in the folder of manage.py."""
import os
import sys
import types


def main():
    _hide_own_folder()
    if sys.argv[1:] == ["deploy"]:
        from milepost_inside import deploy_check

        return deploy_check.main()
    from milepost_inside.channel import take_channel
    from milepost_inside.paths import Paths
    from milepost_inside.zygote import Zygote

    _adopt_orphans()
    channel = take_channel()
    paths = Paths(
        source=os.environ.pop("MILEPOST_SOURCE", None),
        scratch=os.environ.pop("MILEPOST_SCRATCH", None),
    )
    sys.argv = ["manage.py", "runserver", "--noreload"]
    Zygote(channel, paths).run()


def _adopt_orphans():
    """What the learner's code detaches stays below this process (PR_SET_CHILD_SUBREAPER), so that it can be ended."""
    try:
        import ctypes

        ctypes.CDLL(None).prctl(36, 1)
    except Exception:
        pass


def _hide_own_folder():
    """Our modules live in a package of their own, so that a learner's `errors.py` or `server.py` stays theirs."""
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or os.curdir) != here]
    package = types.ModuleType("milepost_inside")
    package.__path__ = [here]
    sys.modules["milepost_inside"] = package


if __name__ == "__main__":
    main()
