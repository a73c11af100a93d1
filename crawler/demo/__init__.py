"""The embedded mini-web: invented outlets on loopback, for `pantau demo` and the tests."""

from crawler.demo.server import DEMO_PORT, MiniWeb, Request

__all__ = ["DEMO_PORT", "MiniWeb", "Request"]
