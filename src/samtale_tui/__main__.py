"""Run the program with ``python -m samtale_tui``."""

import sys

from samtale_tui.cli import main

sys.exit(main())
