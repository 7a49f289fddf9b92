"""The conversation: its whole saved state, the commands on it, and the store that keeps it."""
