"""The development plan: what the team will do, who sees to it, and when it is followed up."""
