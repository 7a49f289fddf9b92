"""Who is to be kept together or apart in a fishbowl (S40). For the facilitator alone."""

import random
from collections.abc import Mapping

from samtale_tui.basis.language import _
from samtale_tui.method.fishbowl import Fishbowl
from samtale_tui.method.fishbowl_begin import reshuffled
from samtale_tui.method.halves import Keep, Wish, broken_wishes


def toggled(run: Fishbowl, keep: Keep, one: str, other: str, rng: random.Random) -> Fishbowl:
    """With that wish for two people, or without it where it was there; the last wish for a pair holds.

    Only where the circles do not keep the wishes as they are, the people are split anew.
    """
    was = next((wish for wish in run.wishes if {wish.one, wish.other} == {one, other}), None)
    wishes = tuple(wish for wish in run.wishes if wish is not was)
    if was is None or was.keep is not keep:
        wishes = (*wishes, Wish(keep=keep, one=one, other=other))
    if broken_wishes(run.circles, wishes):
        return reshuffled(run, rng, 0.0, wishes=wishes)
    return run.but(wishes=wishes)


def wishes_words(run: Fishbowl, names: Mapping[str, str]) -> str:
    """The wishes by name, those that cannot be kept marked; or how to make one."""
    if not run.wishes:
        return _("Kun for dig: ⏎ vælger en; på en anden: s sammen, h hver for sig")
    broken = set(broken_wishes(run.circles, run.wishes))
    pairs = {Keep.TOGETHER: _("{one} og {other} sammen"), Keep.APART: _("{one} og {other} hver for sig")}
    parts = []
    for wish in run.wishes:
        words = pairs[wish.keep].format(
            one=names.get(wish.one, wish.one), other=names.get(wish.other, wish.other)
        )
        parts.append(_("{wish} (kan ikke lade sig gøre)").format(wish=words) if wish in broken else words)
    return _("Kun for dig: {words}").format(words=" · ".join(parts))
