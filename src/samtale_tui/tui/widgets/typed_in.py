"""What text fields of one line and of many have in common, known without loading either."""


class TypedIn:
    """A widget that is typed in: letters are text there, and no commands."""
