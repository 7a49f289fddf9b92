"""Decks of cards: the model, reading with located errors, and finding them on disk."""
