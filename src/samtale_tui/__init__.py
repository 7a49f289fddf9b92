"""samtale-tui: prepare, run and follow up team development conversations in the terminal."""

import os

os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
"""Nothing that is installed beside the program may read along. To look for such plugins takes time, too."""
