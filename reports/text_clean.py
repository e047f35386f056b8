"""Article text made safe for a terminal, one character for one, so that offsets still hold."""

from __future__ import annotations

import re
from unicodedata import bidirectional

_RISKY = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")


def neutral(text: str) -> str:
    """The same text, as long, without a character that acts on a terminal.

    Line breaks and tabs become spaces; other control characters their visible picture (ESC is `␛`); bidi overrides,
    C1 controls and lone surrogates `�`.
    """
    return _RISKY.sub(lambda match: _picture(match[0]), text)


def _picture(character: str) -> str:
    if character in _SPACES:
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    return "\u2421" if character == "\x7f" else "\ufffd"


def runs_right_to_left(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return any(bidirectional(character) in ("R", "AL") for character in text if character > "\u058f")
