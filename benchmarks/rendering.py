"""What rendering costs and holds.

``python -m benchmarks.rendering [complete|memory|costs|browsers] [--rounds N] [--pages N] [--times N]``

``complete``: every row and article exactly, in each habit of the scripted newsroom, alone and with eight
tabs, twenty times in a row. ``memory``: the process tree over 500 rendered pages. ``costs``: a row of a
listing by the browser and by its JSON URL, start-up left out. ``browsers``: a small page in each browser of
this machine, each page in a context of its own as in a crawl.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil
from playwright.async_api import async_playwright

from newscrawler.rendering.choice import ON_PATH
from newscrawler.rendering.launch import ARGUMENTS
from tests.crawl import ROOT, command, read_jsonl
from tests.newsroom import Newsroom, differences

SPIDERS = {"SPIDER_MODULES": "tests.browser.spiders"}
FEW = "pressreview"
"""The section with the fewest rows."""
HABITS = ("show_more", "scroll", "window", "filled")


def complete(rounds: int) -> int:
    """Crawl again and again; 1 as soon as anything is missing, wrong or there twice."""
    for number in range(1, rounds + 1):
        for name in HABITS:
            for tabs in ("1", "8"):
                output = Path(tempfile.mkdtemp())
                begin = time.monotonic()
                with Newsroom("scripted", page_size=3, consent=number % 2 == 0) as site:
                    settings = {**SPIDERS, "RENDER_PAGES": tabs}
                    done = subprocess.run(
                        command(name, output, settings, site_url=site.base_url),
                        cwd=ROOT, capture_output=True, text=True, check=False,
                    )  # fmt: skip
                    lines = read_jsonl(list(output.glob(f"{name}/*.jsonl")))
                    wrong = differences(lines, site.articles, ("headline", "body", "published_at"))
                took = time.monotonic() - begin
                print(f"{number:3} {name:10} {tabs} tabs: {len(lines)} articles, {took:.0f} s", flush=True)
                if wrong or done.returncode:
                    print(f"exit code {done.returncode}", *wrong[:5], done.stderr[-2000:], sep="\n")
                    return 1
                shutil.rmtree(output)
    return 0


def memory(pages: int) -> int:
    """Render that many pages in one crawl; print the process tree's memory as it goes."""
    output = Path(tempfile.mkdtemp())
    settings = {**SPIDERS, "RENDER_PAGES": "4", "RENDER_RENEW": "100"}
    with Newsroom("scripted", page_size=3) as site:
        process = subprocess.Popen(
            command("again", output, settings, site_url=site.base_url, pages=str(pages)),
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        tree = psutil.Process(process.pid)
        samples: dict[int, list[int]] = {}
        seen: dict[int, psutil.Process] = {}
        while process.poll() is None:
            total = 0
            with suppress(psutil.Error):
                for each in [tree, *tree.children(recursive=True)]:
                    with suppress(psutil.Error):
                        total += each.memory_info().rss
                        seen[each.pid] = each
            rendered = len(site.asked("/api/story*"))
            samples.setdefault(rendered // 50 * 50, []).append(total)
            time.sleep(0.5)
        rendered = len(site.asked("/api/story*"))
    for reached, totals in samples.items():
        middle = sorted(totals)[len(totals) // 2]
        print(f"{reached:4} pages: {middle / 1024**2:5.0f} MB (most {max(totals) / 1024**2:.0f})")
    time.sleep(2)
    left = [each.pid for each in seen.values() if each.is_running() and each.status() != "zombie"]
    print(f"{rendered} pages rendered, exit code {process.returncode}, processes left: {len(left)}")
    shutil.rmtree(output)
    return int(process.returncode != 0 or bool(left))


def costs(times: int) -> int:
    """Read listings both ways, few rows and many: what they differ by is the rows' own, without start-up.

    The articles themselves are left out. Of several crawls the cheapest counts: other work on the machine
    makes them dearer, never cheaper.
    """
    each: dict[str, float] = {}
    for way, source in (("browser", "html"), ("endpoint", "api")):
        few, many = (
            min((read_rows(source, sections) for _ in range(times)), key=lambda found: found[1])
            for sections in (FEW, "")
        )
        each[way] = (many[1] - few[1]) / (many[0] - few[0])
        print(
            f"{way:9} {few[0]} rows {few[1]:.2f} s of CPU, {many[0]} rows {many[1]:.2f} s:"
            f" {1000 * each[way]:.1f} ms a row beside {few[1] - few[0] * each[way]:.1f} s of start-up"
        )
    print(f"a row takes {each['browser'] / each['endpoint']:.0f} times the CPU by the browser")
    return 0


SMALL = "<main>" + "<p>A short paragraph of a story.</p>" * 60 + "</main><script>document.title = 1</script>"


def browsers() -> int:
    """Open twenty small pages in each browser that is here; print the CPU time of its processes for one."""
    for command_name in ON_PATH:
        if path := shutil.which(command_name):
            spent = asyncio.run(cost_of_pages(path, 20)) / 20
            print(f"{command_name}: {1000 * spent:.0f} ms of CPU a page", flush=True)
    return 0


async def cost_of_pages(path: str, count: int) -> float:
    """Return the seconds of CPU that a browser's processes take for pages, its start left out."""
    cpu: dict[int, float] = {}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, "--no-sandbox"])
        before = look_at_browsers(cpu)
        for _ in range(count):
            context = await browser.new_context()
            page = await context.new_page()
            await page.route("**/*", lambda route: route.fulfill(body=SMALL, content_type="text/html"))
            await page.goto("http://press.example/")
            await page.content()
            look_at_browsers(cpu)
            await context.close()
        spent = look_at_browsers(cpu) - before
        await browser.close()
    return spent


def look_at_browsers(cpu: dict[int, float]) -> float:
    """Note what each process of this one's browsers has taken so far; return the sum, ended ones included."""
    for each in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            if "node" not in each.name():
                used = each.cpu_times()
                cpu[each.pid] = used.user + used.system
    return sum(cpu.values())


def read_rows(source: str, sections: str) -> tuple[int, float]:
    """Crawl listings without their articles: rows, and seconds of CPU of the whole process tree."""
    output = Path(tempfile.mkdtemp())
    with Newsroom("scripted", page_size=3) as site:
        site.fail("/news/*")
        arguments = {"sections": sections} if sections else {}
        process = psutil.Popen(
            command("endpoint", output, SPIDERS, site_url=site.base_url, source=source, **arguments),
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        cpu: dict[int, float] = {}
        while process.poll() is None:
            with suppress(psutil.Error):
                for each in [process, *process.children(recursive=True)]:
                    with suppress(psutil.Error):
                        used = each.cpu_times()
                        cpu[each.pid] = used.user + used.system
            time.sleep(0.05)
        (run,) = read_jsonl([output / "runs.jsonl"])
    shutil.rmtree(output)
    return run["listed"], sum(cpu.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["complete", "memory", "costs", "browsers"])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--pages", type=int, default=500)
    asked = parser.parse_args()
    match asked.what:
        case "complete":
            return complete(asked.rounds)
        case "memory":
            return memory(asked.pages)
        case "costs":
            return costs(asked.times)
        case _:
            return browsers()


if __name__ == "__main__":
    sys.exit(main())
