"""The pages that lie beside the program, from README's own sections: for the facilitator, for IT, and all of it."""

import html
import re
import subprocess
from base64 import b64encode
from pathlib import Path

from markdown_it import MarkdownIt

TOP = Path(__file__).parent.parent.parent
STARTS = Path(__file__).parent / "start"
_LEFT_OUT = {
    "carried-linux.md": ("Windows", "macOS", "USB stick"),
    "carried-windows.md": ("Linux", "macOS", "USB stick"),
    "stick.md": ("Windows: start", "Windows: Python", "Windows: AppLocker", "Linux: start", "Linux: Python"),
}
"""What the rows begin with that the page for IT of this folder does without: other systems, and a Python that is not there."""
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{ font: 1.05rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word }}
h1, h2 {{ line-height: 1.2 }}
img {{ max-width: 100%; height: auto; display: block; margin: 0.5rem 0 }}
pre, table {{ overflow-x: auto; display: block; max-width: 100% }}
td, th {{ text-align: left; vertical-align: top; padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid }}
@page {{ margin: 10mm }}
@media print {{
body {{ font-size: 8.5pt; line-height: 1.25; max-width: none; padding: 0 }}
h1 {{ font-size: 1.6em; margin: 0 }}
p, ol, ul {{ margin: 0.35rem 0 }}
ol, ul {{ padding-left: 1.5rem }}
li > ol {{ margin: 0 }}
td, th {{ padding: 0.05rem 0.6rem 0.05rem 0 }}
h2 {{ font-size: 1.2em; margin: 0.4rem 0 }}
table {{ border-spacing: 0 }}
img {{ max-width: 40%; display: inline-block; vertical-align: top }}
h2:has(+ p + p img) {{ break-before: page }}
}}
</style>
</head>
<body>
<main>
{body}</main>
</body>
</html>
"""


def section(readme: str, title: str) -> str:
    """What stands under a heading of README, without the heading."""
    return readme.split(f"\n## {title}\n")[1].split("\n## ")[0].strip() + "\n"


def picture(path: Path) -> str:
    return f"data:image/svg+xml;base64,{b64encode(path.read_bytes()).decode()}"


def as_page(title: str, markdown: str) -> str:
    """A page that needs no other file: pictures stand in it."""
    body = MarkdownIt("commonmark", {"html": False}).enable("table").render(markdown)
    body = re.sub(r'src="([^"]+\.svg)"', lambda match: f'src="{picture(TOP / match[1])}"', body)
    body = body.replace("<pre>", '<pre tabindex="0">').replace("<table>", '<table tabindex="0">')
    return _PAGE.format(title=html.escape(title), body=body)


def first_page(readme: str, start: str) -> str:
    """The facilitator's page: how this folder is opened, the hour, the keys, and what it looks like."""
    for_facilitator = section(readme, "For the facilitator, on one page")
    hour = for_facilitator[for_facilitator.index("**Ten minutes before.**") :]
    return f"{start}\n{hour}\n## What it looks like\n\n{section(readme, 'What it looks like')}"


def built_from() -> str:
    """Which program this is: its version, and the day and the commit that it was built from."""
    version = re.search(r'__version__ = "(.+)"', (TOP / "codesign" / "__init__.py").read_text("utf-8"))
    command = ["git", "log", "-1", "--abbrev=12", "--format=of %cs, commit %h"]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)
    which = done.stdout.strip() or "of a day that was not written down"
    return f"youth-codesign {version[1] if version else ''}, beta, {which}"


def for_it(readme: str, start: str) -> str:
    """The page for IT: which program this is, and only the rows that hold of its folder."""
    told = section(readme, "For IT, on one page")
    for row in _LEFT_OUT[start]:
        told = re.sub(rf"^\| {row}\b.*\n", "", told, flags=re.MULTILINE)
    if start.startswith("carried"):  # one system is left, and what a row begins with need not name it
        told = re.sub(r"^\| \w+: (\w)", lambda match: f"| {match[1].upper()}", told, flags=re.MULTILINE)
    maker = "Made by the youth-codesign developers. There is no support address: ask whoever gave it to you."
    return f"# For IT\n\n**{built_from()}.** {maker}\n\n{told}\n## Security\n\n{section(readme, 'Security')}"


def write_pages(into: Path, start: str) -> list[Path]:
    """READ-ME-FIRST.html, FOR-IT.html and all of README; `start` names the file in start/ that says how it is opened."""
    readme = (TOP / "README.md").read_text("utf-8")
    begin = (STARTS / start).read_text("utf-8")
    pages = {"READ-ME-FIRST.html": first_page(readme, begin), "FOR-IT.html": for_it(readme, start), "README.html": readme}
    for name, markdown in pages.items():
        title = re.sub(r"^# ", "", markdown.split("\n")[0])
        (into / name).write_text(as_page(title, markdown), encoding="utf-8", newline="\n")
    return [into / name for name in pages]
