"""The processes of pages have a bound for their memory, and others below the browser have none."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from newscrawler.rendering.memory import DATA_BYTES, bound_pages
from newscrawler.rendering.processes import children

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such a bound")

FORKS = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()', *sys.argv[1:]])"


def data_bound(process: int) -> int:
    import resource

    return resource.prlimit(process, resource.RLIMIT_DATA)[0]


@pytest.mark.parametrize(("kind", "wanted"), [("zygote", True), ("renderer", True), ("utility", False)])
def test_what_makes_pages_has_the_bound(kind: str, wanted: bool) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()", f"--type={kind}"], stdin=subprocess.PIPE) as page:
        (found,) = (process for process in children(os.getpid()) if process.number == page.pid)
        assert bound_pages({found}) == wanted
        assert (data_bound(page.pid) == DATA_BYTES) is wanted
        page.communicate(b"\n")
    assert bound_pages({found}) == 0, "it has ended"


def test_pages_are_found_below_the_browser() -> None:
    with subprocess.Popen([sys.executable, "-c", FORKS, "--type=zygote"], stdin=subprocess.PIPE) as driver:
        (found,) = (process for process in children(os.getpid()) if process.number == driver.pid)
        while not children(driver.pid):
            assert driver.poll() is None
        assert bound_pages({found}) == 2
        driver.communicate(b"\n")
