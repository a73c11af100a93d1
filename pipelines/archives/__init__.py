"""What else is done with archives: check them, read them again, take in those of others."""
