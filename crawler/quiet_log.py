"""What Scrapy logs of our items: their address, not their bytes."""

import logging
from typing import Any

from scrapy import Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure


class QuietLog(LogFormatter):
    """One short line for an item that was read; nothing is printed of its body."""

    def scraped(
        self, item: Any, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """The item's address and fate."""
        return {"level": logging.DEBUG, "msg": "read %(item)s", "args": {"item": item}}
