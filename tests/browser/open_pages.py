"""Opens every HTML document in a real headless Chromium and fails on what a reader would stumble over.

`python tests/browser/open_pages.py [FILE.html ...]`, by default all of `write_pages.py`. Each is opened as a phone and as a
desktop, light and dark, and as a printed page. Not allowed: a violation of axe's rules, a word on the console, a request for
anything but the page, a page that is wider than its window, a page for a wall in small print, or on more than one sheet
though its words are few, and a checklist on more than one. It needs `pip install '.[browser]'` and a Chromium of the
system, found on the PATH or named by CHROMIUM. It is not a pytest test: the test command stays light.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from chromium import chromium
from playwright.sync_api import Browser, Page, sync_playwright
from write_pages import write

PHONE, DESKTOP, LETTER = (390, 844), (1280, 900), (662, 900)
"""Width and height of a window; the last is as wide as the text of a US Letter page."""
VIEWS = [(PHONE, "light", "screen"), (PHONE, "dark", "screen"), (DESKTOP, "light", "screen"), (DESKTOP, "dark", "screen")]
VIEWS.append((LETTER, "dark", "print"))

BROKEN = """<!DOCTYPE html><html lang="en"><head><title>t</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src http:"></head>
<body><main><h1 style="color:#ddd">pale</h1><p style="width:3000px">wide</p><img src="http://127.0.0.1:9/x.png" alt="x">
<script>1</script></main></body></html>"""
"""One of each, so that every run shows that it would find them."""


def stumbles(browser: Browser, file: Path) -> Iterator[str]:
    """What is wrong with a page, a line each, led by the kind."""
    for (width, height), scheme, media in VIEWS:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        page = context.new_page()
        heard: list[str] = []
        page.on("console", lambda message, heard=heard: heard.append(f"console: {message.text}"))
        page.on("pageerror", lambda error, heard=heard: heard.append(f"console: {error}"))
        page.on("request", lambda request, heard=heard: heard.append(f"request: {request.url}"))
        page.emulate_media(media=media, color_scheme=scheme)
        page.goto(file.as_uri())
        found = [*heard, *overflow(page), *violations(page)]
        found.remove(f"request: {file.as_uri()}")
        yield from (f"{kind_and_words} [{width} wide, {scheme}, {media}]" for kind_and_words in found)
        context.close()
    for begins, least in (("wall-", 15.9), ("checklist-", 7.9)):
        if file.name.startswith(begins):
            yield from sheets(browser, file, least)


SMALLEST_PRINT = """() => Math.min(...[...document.querySelectorAll("main *")]
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .map(e => parseFloat(getComputedStyle(e).fontSize) * 0.75))"""
"""In points, of all elements with words of their own."""


def sheets(browser: Browser, file: Path, least: float) -> Iterator[str]:
    """A page for a wall is read from a step away: 16 points or more, and more sheets before smaller print. One is enough for
    words of the usual length, and for what a checklist takes to be one."""
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(file.as_uri())
    points = page.evaluate(SMALLEST_PRINT)
    printed = page.pdf(format="Letter", prefer_css_page_size=True)
    page.close()
    if points < least:
        yield f"small print: {points:.1f} points"
    if (count := len(re.findall(rb"/Type\s*/Page\b", printed))) != 1 and "hostile" not in file.name:
        yield f"sheets: {count}"


def overflow(page: Page) -> Iterator[str]:
    wide, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    if wide > window:
        yield f"overflow: {wide} in {window}"


def violations(page: Page) -> Iterator[str]:
    for rule in Axe().run(page).response["violations"]:
        for node in rule["nodes"]:
            yield f"axe: {rule['id']}: {rule['help']}: {node['html'][:160]}"


def main(folder: Path, files: list[Path]) -> int:
    broken = folder / "broken.html"
    broken.write_text(BROKEN, "utf-8")
    files = files or write(folder / "pages")
    wrong = 0
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=chromium()) as browser:
        kinds = {line.split(":")[0] for line in stumbles(browser, broken)}
        if kinds != {"axe", "console", "request", "overflow"}:
            sys.exit(f"The check itself is broken: of a broken page it finds only {sorted(kinds)}.")
        for file in files:
            for line in stumbles(browser, file):
                wrong += 1
                print(f"{file.name}: {line}")
        print(f"Chromium {browser.version}: {len(files)} pages in {len(VIEWS)} views, {wrong} things wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(main(Path(folder), [Path(name).resolve() for name in sys.argv[1:]]))
