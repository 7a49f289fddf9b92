"""The base of every model: frozen, and closed to keys that it does not know."""

from typing import Self

from pydantic import BaseModel, ConfigDict

from samtale_tui.basis.no_plugins import keep_plugins_out

keep_plugins_out()


class Frozen(BaseModel):
    """A value that never changes; a change makes a new one with ``but``."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def but(self, **changes: object) -> Self:
        """The same value with some fields changed, validated and cleaned like any other.

        Raises:
            pydantic.ValidationError: a change does not fit the model.
        """
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate(values | changes)
