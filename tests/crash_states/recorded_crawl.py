"""A recorded crawl of ``tests.kill``: ``FOLDER STEPS FAILING``, then what ``killed_crawl`` takes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.crash_states.recorder import Recorder
from tests.kill import killed_crawl


def main() -> int:
    """Record; a crawl that a fault ends is ended by leaving at once, so that its steps are kept."""
    folder, steps, failing, *rest = sys.argv[1:]
    recorder = Recorder(str(Path(folder).resolve()), int(failing))
    recorder.start()

    def leave(_: killed_crawl.Fault) -> None:
        recorder.save(Path(steps))
        os._exit(0)

    killed_crawl.Fault.kill = leave  # type: ignore[method-assign]
    sys.argv[1:] = rest
    code = killed_crawl.main()
    recorder.save(Path(steps))
    return code
