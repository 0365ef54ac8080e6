"""How many colours this terminal has, without the screens."""


def colours_here() -> str | None:
    """As rich names them, of the stream that the screens are drawn on; None where there are none or none are wanted."""
    from rich.console import Console

    console = Console(stderr=True)
    return None if console.no_color else console.color_system
