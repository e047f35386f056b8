"""What retold sees in one text, as data: the line that `retold inspect` writes (schema `inspection`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from retold.checker import mentions, parse, reading
from retold.checker.errors import UnreadableInput
from retold.checker.mentions.attribution import Attribution
from retold.checker.mentions.attribution_chain import chain
from retold.checker.mentions.attribution_source import source_of
from retold.checker.model import Article, Mention


def inspect(article: Article, ident: str | None = None, parser: str = "none") -> dict[str, Any]:
    """Language, segments and mentions with values and offsets; `parser` is the setting of that name."""
    parse.choose(article, parser)
    return {
        "id": ident,
        "language": article.language,
        "published": article.published,
        "segments": [{"start": s.start, "end": s.end, "kind": s.kind} for s in article.segments],
        "mentions": [_seen(article, mention) for mention in mentions.everything(article)],
    }


def _seen(article: Article, mention: Mention) -> dict[str, Any]:
    """A mention as data; an attribution with what is known of who is credited, and with those who pass it on."""
    out = mention.to_dict()
    if isinstance(mention, Attribution):
        described = source_of(article, mention)
        out |= {"described": described.to_dict()} if described else {}
        outer = chain(article, mention)
        out |= {"chain": [each.source_form for each in outer]} if outer else {}
    return out


def texts(path: Path) -> Iterator[tuple[str, Article]]:
    """The texts of a JSONL file (`id`, `text`, optional `language` and `published`), in order."""
    try:
        lines = path.open("rb")
    except OSError as error:
        raise UnreadableInput(f"cannot read {path}: {error.strerror}") from None
    with lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                text, known = row["text"], {key: row.get(key) for key in ("language", "published")}
            except (ValueError, TypeError, KeyError, RecursionError) as error:
                what = "has no text" if isinstance(error, KeyError) else "is not a JSON object"
                raise UnreadableInput(f"{path}, line {number} {what}") from None
            yield str(row.get("id", number)), reading.from_text(text, **known)
