"""samtale-tui: prepare, run and follow up team development conversations in the terminal."""
