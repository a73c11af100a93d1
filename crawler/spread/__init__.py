"""A crawl handed to the workers of a cluster: units go out, shards come back, one writer."""
