"""A sample of the small faults that mutmut can make in modules, drawn with a seed.

mutmut makes them: a condition turned round, a number one larger, a word of a text replaced, an argument left
out. Its own runner is not used: it puts no fault into tables and patterns of a module, and runs the tests in
one process with all faults, where those that start a crawl of their own would see none. mutmut is no
dependency: it lives in an environment of its own in a folder, made when it is missing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent
MUTMUT = "mutmut==3.8.1"

DRAW = """
import difflib, json, random, sys
from pathlib import Path
from mutmut.mutation.file_mutation import create_mutations

root, seed, size, *paths = sys.argv[1:]
random.seed(int(seed))
modules = {path: create_mutations(path, Path(root, path).read_text("utf-8"))[:2] for path in paths}
places = [(path, n) for path, (_, mutations) in modules.items() for n in range(len(mutations))]
print(len(places))
for number, (path, n) in enumerate(random.sample(places, int(size))):
    module, mutations = modules[path]
    changed = module.deep_replace(mutations[n].original_node, mutations[n].mutated_node).code
    lines = difflib.unified_diff(module.code.splitlines(), changed.splitlines(), path, path, lineterm="", n=1)
    print(json.dumps({"number": number, "path": path, "code": changed, "difference": "\\n".join(lines)}))
"""


def drawn(rooms: Iterable[str], environment: Path, seed: int, size: int) -> tuple[int, list[dict[str, Any]]]:
    """Draw faults of rooms, after an environment with mutmut has been made where there is none.

    :return: how many there are to draw from, and the sample.
    """
    python = environment / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", MUTMUT], check=True)
    modules = (path for room in rooms for path in sorted((ROOT / "newscrawler" / room).rglob("*.py")))
    paths = [str(path.relative_to(ROOT)) for path in modules]
    command = [python, "-c", DRAW, ROOT, str(seed), str(size), *paths]
    found = subprocess.run(command, check=True, capture_output=True, text=True, cwd=environment).stdout
    count, *sample = [json.loads(line) for line in found.splitlines()]
    return count, sample
