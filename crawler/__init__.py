"""Finds pages and knows HTTP; understanding them is the work of `pipelines`."""
