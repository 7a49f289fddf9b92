"""pydantic without plugins.

Before its first model is of use, pydantic loads what it takes to look for plugins, and asks every package on
the machine for some. That is a sixth of the time of a short command, more on a slow disk, and there are none.
"""

import sys
from importlib import import_module
from types import ModuleType

LOADER = "pydantic.plugin._loader"
"""The part of pydantic that looks for plugins."""


class _NoPlugins(ModuleType):
    """Stands in for that part. Whatever else is asked of it, the real one is loaded and answers."""

    def get_plugins(self) -> tuple[()]:
        """None."""
        return ()

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(LOADER) is self:
            del sys.modules[LOADER]
        return getattr(import_module(LOADER), name)


def keep_plugins_out() -> None:
    """Have pydantic look for no plugins, from now on."""
    sys.modules.setdefault(LOADER, _NoPlugins(LOADER))
