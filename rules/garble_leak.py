"""What a pipeline leaks into the text: markup, entities, placeholders, escape sequences, an assistant's chatter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from retold.checker import language
from retold.checker.language import Language
from retold.checker.model import Article
from retold.rules.garble import Defect, GarbleRule, any_of, quoted

_MARKUP = (
    ("entity", r"&(?:amp|nbsp|quot|lt|gt|apos|mdash|ndash|[lr][ds]quo|hellip|\#\d{2,6}|\#x[0-9a-fA-F]{2,6});"),
    (
        "tag",
        r"</?(?:br|p|b|i|u|em|strong|span|div|a|img|li|ul|ol|h[1-6]|font|table|td|tr|th|script|style|iframe|figure"
        r"|blockquote|sup|sub)(?:\s[^<>\n]{0,300})?/?>",
    ),
    ("escape", r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|(?<![\w:\\])\\[nrt](?![a-z])|(?<=[.!?,])\\n|\\[\"']"),
    (
        "placeholder",
        r"\{\{[^{}\n]{0,40}\}\}|\{\d{1,2}\}|\{[A-Za-z_]{2,30}\}|\$\{\w{1,30}\}|%\([a-z_]{1,30}\)[sd]|(?<![\w%\d])%[sd](?!\w)"
        r"|\[\[[^\[\]\n]{0,60}\]\]|\[(?:INSERT|PLACEHOLDER|NAME|DATE|TODO|TK)\b[^\[\]\n]{0,40}\]|(?<!\w)__[A-Z_]{2,30}__",
    ),
    ("token", r"</?s>|<unk>|<pad>|\[UNK\]|⁇|▁\w|\w@@ |(?<= )@-@(?= )|<\|[a-z_]{2,20}\|>"),
)
_TRIGGER = re.compile(r"[&<\\{%\[⁇▁@_]")
_LEAK = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _MARKUP))

_SAYS = {
    "entity": "A code from a web page is left in the text: {}",
    "tag": "A markup tag is left in the text: {}",
    "escape": "An escape sequence is left in the text: {}",
    "placeholder": "A placeholder was never filled in: {}",
    "token": "A translation system's own symbol is left in the text: {}",
}
_SURE = {"entity": 0.85, "tag": 0.85, "escape": 0.75, "placeholder": 0.75, "token": 0.85}


@lru_cache(maxsize=None)
def _chatter(known: Language) -> re.Pattern[str]:
    listed = [each for key in ("assistant", "assistant_english") if (each := any_of(known, key))]
    edge = r"(?<!\w)" if known.spaced else ""
    return re.compile(edge + "(?:" + "|".join(listed or ["(?!)"]) + ")")


class GarbleLeak(GarbleRule):
    """Markup, a placeholder or an assistant's words are left in the text.

    What it does
        Looks for HTML tags and entities, escape sequences, unfilled placeholders, symbols of a translation system, and
        sentences in which an assistant speaks of itself or of its translation.

    Why it matters
        None of it belongs to the article, and where a placeholder stands a name or a figure is missing.

    Fires
        copy [en]: Sales of Marks &amp; Spencer rose by 3 percent.

        copy [en]: Here is the translation: The mayor opened the bridge on Monday.

        copy [de]: Der Bürgermeister {name} eröffnete die Brücke am Montag.

    Stays silent
        copy [en]: Sales of Marks & Spencer rose by 3 percent.

        copy [en]: The program answered: “As an AI language model, I have no opinion.”
    """

    id = "garble-leak"
    mqm = "fluency/markup"
    said_once = frozenset(_SAYS)

    def defects(self, article: Article) -> Iterator[Defect]:
        text = article.text
        found: list[Defect] = []
        if _TRIGGER.search(text):
            for match in _LEAK.finditer(text):
                kind = match.lastgroup or "tag"
                found.append(Defect(kind, match.start(), match.end(), _SAYS[kind].format(match.group()), _SURE[kind]))
        for match in _chatter(language.load(article.language)).finditer(text):
            if not quoted(article, match.start()):
                message = f"“{match.group()}” is what an assistant says, not the article."
                found.append(Defect("assistant", match.start(), match.end(), message, _chatter_surety(article, match)))
        for defect in sorted(found, key=lambda d: d.start):
            segment = article.segment_at(defect.start)
            if segment is None or segment.is_body:
                yield defect


def _chatter_surety(article: Article, match: re.Match[str]) -> float:
    """Chatter opens or closes a text, or opens a sentence; elsewhere an article may speak of it."""
    segment = article.segment_at(match.start())
    opens = segment is not None and not article.text[segment.start : match.start()].strip()
    return 0.8 if opens else 0.5
