"""What people say is read by this program alone."""

import os
import subprocess
import sys
from pathlib import Path

READS = "from samtale_tui.conversation.model import Person; print(Person(id='p1', name='Anna').name)"
SPY = """
class Plugin:
    def new_schema_validator(self, schema, *args, **kwargs):
        print("I read along")
        return None, None, None
plugin = Plugin()
"""


def test_a_plugin_of_pydantic_that_is_installed_beside_it_does_not_read_along(tmp_path: Path) -> None:
    (tmp_path / "spy.py").write_text(SPY)
    (tmp_path / "spy-1.0.dist-info").mkdir()
    (tmp_path / "spy-1.0.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: spy\nVersion: 1.0\n")
    (tmp_path / "spy-1.0.dist-info/entry_points.txt").write_text("[pydantic]\nspy = spy:plugin\n")
    there = {**os.environ, "PYTHONPATH": str(tmp_path), "PYDANTIC_DISABLE_PLUGINS": ""}
    plain = "import pydantic; pydantic.create_model('M', x=(int, 1))()"
    assert "I read along" in _said(plain, there), "the plugin works"
    assert _said(READS, there) == "Anna\n"


def _said(code: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout
