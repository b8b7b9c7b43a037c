"""How texts and numbers are shown on a page."""

from __future__ import annotations

from collections.abc import Iterable

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
_STEERING = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_OBJECT = 0xFFFC
_SHOWN = {
    **_PICTURES,
    0x7F: "␡",
    **{code: f"<U+{code:04X}>" for code in (*_STEERING, *range(0x80, 0xA0))},
    _OBJECT: "▫",
}


def shown(text: object) -> str:
    """A text that cannot steer the browser: control characters become pictures, overrides of direction their names.

    What stands in a text for code, an image or a footnote mark is a small square.
    """
    text = str(text)
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_SHOWN)


def per_thousand(count: int, words: int) -> str:
    """A rate per 1,000 words, with one decimal; a dash where there are no words."""
    return f"{1000 * count / words:.1f}" if words else "–"


def share(count: float, whole: float, width: float = 100) -> str:
    """The length of a bar: `count` of `whole` on a scale of `width`, never invisible."""
    return compact(max(width * count / whole, 0.5) if count and whole else 0)


def compact(number: float) -> str:
    """A number without needless zeros."""
    return f"{number:.1f}".removesuffix(".0")


def bounded(text: str, limit: int) -> str:
    """A text cut to `limit` characters in the middle, so that the end of a path stays readable."""
    if len(text) <= limit:
        return text
    return f"{text[: limit // 3]}…{text[-(limit - limit // 3 - 1) :]}"


def numbered(texts: Iterable[str]) -> list[tuple[str, int]]:
    """Each text with its number from 1, by which a page names it where the text itself could be anything."""
    return [(text, number) for number, text in enumerate(texts, 1)]
