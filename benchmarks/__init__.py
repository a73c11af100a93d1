"""Measurements: what the project holds itself to, each printed by a command of its own."""
