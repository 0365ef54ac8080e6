"""The yardstick: the smallest Textual app that shows a line and reacts to a key."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    BINDINGS = [("q", "quit", "Quit")]
    count = 0

    def compose(self) -> ComposeResult:
        yield Static("ready 0", id="label")

    def on_key(self) -> None:
        self.count += 1
        self.query_one("#label", Static).update(f"ready {self.count}")


if __name__ == "__main__":
    Minimal().run()
