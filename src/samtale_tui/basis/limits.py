"""Limits that a deck, a conversation, the settings and the screens share."""

LEAST_TURN_SECONDS = 30
"""No turn is meant to be shorter."""
MOST_TURN_SECONDS = 3600
"""Nor longer."""
LEAST_FRAME_MINUTES = 1
MOST_FRAME_MINUTES = 240
"""How long a round, and the card that it is about, may take."""
LEAST_PLAN_MINUTES = 0
MOST_PLAN_MINUTES = 120
"""What can be reserved for the plan (S26)."""
MOST_TITLE_LETTERS = 80
"""Letters of the name of a deck, theme or field."""
MOST_GROUND_RULES = 40
MOST_REMARK_LETTERS = 1000
"""Ground rules of a deck or a team, and letters of one (S24)."""
MOST_AGENDA_ITEMS = 40
"""Points of one conversation's agenda."""
