"""`python -m linter`, for this repository only: elsewhere a folder of that name would be imported instead."""

import sys

from linter.cli import main

sys.exit(main())
