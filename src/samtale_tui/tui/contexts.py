"""Where commands work: the names of the screens' contexts."""

METHODS = ("round", "bridging", "fishbowl", "placemat", "iglo", "idoart")
"""The contexts that show a method under way; the spiral's is called round."""
CONVERSATION = (
    *("frame", "wheel", "card", "method", *METHODS, "outcome", "plan", "action"),
    *("evaluation", "finish", "parking", "ranking"),
)
"""The contexts that show a conversation."""
EVERYWHERE = ("home", "start", "settings", "decks", "deck_card", *CONVERSATION)
CARDS = ("wheel", "card")
STEPS = ("frame", "wheel", "plan", "evaluation", "finish")
CATCHING = tuple(context for context in METHODS if context != "idoart")
"""The methods in which something can be written down beside what the method itself holds."""
LEAD_FROM = (*STEPS, "card", "method")
"""Where a method can be begun."""
