"""What a story says: the parts that `relevance` and `agreements` put together."""
