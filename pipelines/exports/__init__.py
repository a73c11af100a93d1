"""Datasets as files: what they hold, how each format writes it, and what describes it."""
