"""Methods that structure a round, as plain state machines, and the clock they run by."""
