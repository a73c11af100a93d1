"""How it is kept: the parts that `store` puts together."""
