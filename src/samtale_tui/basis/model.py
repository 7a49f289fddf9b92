"""The base of every model: frozen, and closed to keys that it does not know."""

import os
from typing import Self

from pydantic import BaseModel, ConfigDict

# pydantic's own switch: no plugins of it are used here, and it asks every package on the machine for some.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


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
