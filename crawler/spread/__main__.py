"""The process of one unit, started by a worker: `python -m crawler.spread FOLDER`."""

import sys
from pathlib import Path

from crawler.spread.unit import main

main(Path(sys.argv[1]))
