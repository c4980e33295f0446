"""The spiders of ``docs/add_a_site.md``, as they stand there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def spiders() -> dict[str, str]:
    """Return name -> text of the file, in the order of the page."""
    page = (ROOT / "docs" / "add_a_site.md").read_text("utf-8")
    texts = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    return {found[1]: text for text in texts if (found := re.search(r'    name = "(\w+)"', text))}
