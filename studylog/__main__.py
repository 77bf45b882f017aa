"""The door of the program: answers `--version` at once and hands everything else to the command line."""

import gc
import sys


def main() -> int:
    """Run studylog with the words of the command line; gives the exit code."""
    words = sys.argv[1:]
    if words == ["--version"]:
        from studylog import __version__

        sys.stdout.write(f"studylog {__version__}\n")
        return 0
    # Notes are values without cycles: looking for garbage after every 700 of them costs a tenth of the time.
    gc.set_threshold(100_000, 20, 20)
    try:
        from studylog.cli.app import main as run

        code = run(words)
    except KeyboardInterrupt:
        # Ctrl-C while the program is loaded, or says what stopped it: the code for that, and no traceback.
        code = 130
    # The process ends with all it holds: Python need not look through that once more.
    gc.freeze()
    return code


if __name__ == "__main__":
    raise SystemExit(main())
