"""The details of an error that nobody foresaw, kept for whoever can mend it."""

from datetime import datetime
from pathlib import Path

from samtale_tui.basis.files import write_atomically
from samtale_tui.basis.folders import logs_folder


def keep_details(error: BaseException) -> Path | None:
    """Put the whole traceback in a file for its owner alone.

    Returns:
        The file; none where that is not possible either.
    """
    import traceback

    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S-%f")
    text = "".join(traceback.format_exception(error))
    try:
        path = logs_folder() / f"fejl-{stamp}.txt"
        write_atomically(path, text.encode(errors="replace"), private=True)
    except (OSError, RuntimeError):  # RuntimeError: no home folder is known
        return None
    return path
