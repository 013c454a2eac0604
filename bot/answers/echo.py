"""Text that a person typed, made fit to be shown back."""

_LIMIT = 80


def echo(text: str) -> str:
    """``text`` on one line, without characters that have no shape, at most 80 characters and an ellipsis."""
    shown = " ".join("".join(character if character.isprintable() else " " for character in text[:1000]).split())
    return shown if len(shown) <= _LIMIT else shown[:_LIMIT] + "…"
