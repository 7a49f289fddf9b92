"""What every room needs: clean text, typed errors, language, dates, folders."""
