"""`python -m webref.cli` is `webref`."""

import sys

from webref.cli import main

if __name__ == "__main__":
    sys.exit(main())
