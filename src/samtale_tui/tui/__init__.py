"""The screens, which stand outside the flow of data."""
