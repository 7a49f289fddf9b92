"""The language that the settings ask for, found so cheaply that even ``--help`` can afford it.

Nothing is loaded where there are no settings, and no parser where they say nothing of a language.
"""

import os
import sys

from samtale_tui.basis.language import LANGUAGES

SETTINGS_FILE = "settings.toml"
_MOST_BYTES = 100_000


def language_setting() -> str:
    """``da`` or ``en``; empty where the settings leave it to the machine, or cannot be read."""
    path = os.path.join(_data_folder(), SETTINGS_FILE)
    if not os.path.isfile(path):
        return ""
    try:
        with open(path, "rb") as file:
            data = file.read(_MOST_BYTES)
    except OSError:
        return ""
    if b"language" not in data:
        return ""
    import tomli

    try:
        code = tomli.loads(data.decode("utf-8-sig")).get("language")
    except (ValueError, RecursionError):
        return ""
    return code if isinstance(code, str) and code in LANGUAGES else ""


def _data_folder() -> str:
    """As ``folders.data_folder`` has it, without what that must load; a test compares them."""
    home = os.environ.get("SAMTALE_HOME")
    if home:
        return os.path.expanduser(home)
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or "", "samtale")
    shared = os.environ.get("XDG_DATA_HOME", "").strip()
    if os.path.isabs(shared):
        return os.path.join(shared, "samtale")
    usual = "~/Library/Application Support" if sys.platform == "darwin" else "~/.local/share"
    return os.path.join(os.path.expanduser(usual), "samtale")
