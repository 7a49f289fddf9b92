"""What can be written after ``samtale``, and what each command does. Only ``opening`` loads the screens."""
