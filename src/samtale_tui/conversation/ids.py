"""What the ids in a conversation look like: a letter for what it is, and a number."""

from typing import Annotated

from pydantic import StringConstraints

PersonId = Annotated[str, StringConstraints(pattern=r"^p[0-9]{1,9}$")]
"""``p1``, ``p2`` …"""
BlankId = Annotated[str, StringConstraints(pattern=r"^b[0-9]{1,9}$")]
"""``b1``, ``b2`` …; never the id of a card in a deck, which ends in a hyphen and a number."""
AgreementId = Annotated[str, StringConstraints(pattern=r"^a[0-9]{1,9}$")]
"""``a1``, ``a2`` …"""
RoundId = Annotated[str, StringConstraints(pattern=r"^r[0-9]{1,9}$")]
"""``r1``, ``r2`` …"""
ParkedId = Annotated[str, StringConstraints(pattern=r"^k[0-9]{1,9}$")]
"""``k1``, ``k2`` …"""

CaughtId = Annotated[str, StringConstraints(pattern=r"^c[0-9]{1,9}$")]
"""``c1``, ``c2`` … within a round."""

LETTERS = {"people": "p", "blanks": "b", "agreements": "a", "rounds": "r", "parked": "k"}
"""What the ids of each list begin with."""
