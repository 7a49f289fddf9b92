"""Moving something within a list."""

from collections.abc import Sequence


def moved_by(ids: Sequence[str], id_: str, by: int) -> list[str]:
    """The ids with one of them some places up (negative) or down, as far as there is room."""
    order = list(ids)
    if id_ in order:
        here = order.index(id_)
        order.insert(min(len(order) - 1, max(0, here + by)), order.pop(here))
    return order
