"""Understands pages and knows Indonesian; finds nothing and fetches nothing."""
