"""What stands where on a page: the parts that `extract` puts together."""
