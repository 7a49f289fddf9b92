"""Where the program's files are. Nothing is made here: whoever writes makes the folder then."""

import os
from pathlib import Path

_APP = "samtale"


def data_folder() -> Path:
    """The user's data folder; ``SAMTALE_HOME`` overrides it. Holds conversations, own decks and logs."""
    home = os.environ.get("SAMTALE_HOME")
    if home:
        return Path(home).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path(_APP, appauthor=False)


def conversations_folder() -> Path:
    """One folder a conversation."""
    return data_folder() / "conversations"


def user_decks_folder() -> Path:
    """Decks that the user wrote or changed."""
    return data_folder() / "decks"


def shared_decks_folders() -> tuple[Path, ...]:
    """The folders of ``SAMTALE_DECKS``, in their order: whole paths, with the home in place of ``~``.

    Between them stands what the system puts between folders: ``:``, on Windows ``;``. Quotation marks round
    a whole folder, as one writes them on Windows for a blank in it, are no part of it.
    """
    from samtale_tui.basis.chosen_folder import expanded

    named = (part.strip() for part in os.environ.get("SAMTALE_DECKS", "").split(os.pathsep))
    bare = (part[1:-1] if len(part) > 1 and part[0] == part[-1] == '"' else part for part in named)
    return tuple(dict.fromkeys(expanded(folder).absolute() for folder in bare if folder))


def logs_folder() -> Path:
    """Details of errors."""
    return data_folder() / "log"


def documents_folder(chosen: str) -> Path:
    """Where Finish proposes to write.

    Args:
        chosen: the folder of the settings, perhaps with ``~``; empty for the usual one.
    """
    from samtale_tui.basis.chosen_folder import expanded

    return expanded(chosen) if chosen else usual_documents_folder()


def usual_documents_folder() -> Path:
    """``SAMTALE_HOME/documents``, else Samtaler in the user's documents."""
    if os.environ.get("SAMTALE_HOME"):
        return data_folder() / "documents"
    from platformdirs import user_documents_path

    return user_documents_path() / "Samtaler"


def shipped_decks_folder() -> Path:
    """The decks that travel inside the package; in a checkout, the folder ``decks`` at its root."""
    inside = Path(__file__).parent.parent / "decks"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "decks"
