"""Japanese numbers written out in kana: さんぜんにひゃく, にじゅうさん, だいさん.

Most kana numerals are also other words (に, さん, せん), so only a row of them with a multiplier in it, that is a word
of its own, counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from retold.checker.mentions.number_han_grammar import any_of, grammar
from retold.checker.mentions.number_han_value import value
from retold.checker.mentions.number_lexicon import Lexicon
from retold.checker.mentions.number_sums import Run


@lru_cache(maxsize=None)
def _patterns(lex: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A row of numerals, and one numeral of it."""
    table: Mapping[str, str] = lex.han["kana"]
    digits = any_of(sound for sound, sign in table.items() if sign in lex.han["digits"])
    multipliers = any_of(sound for sound, sign in table.items() if sign in lex.han["multipliers"])
    part = rf"(?:(?:{digits})?(?:{multipliers})|(?:{digits}))"
    row = rf"(?:(?:{digits}){{0,2}}(?:{multipliers})){part}{{0,8}}"
    return (
        re.compile(rf"(?<![ぁ-んー])(?:(?P<ordinal>だい)(?:{part}){{1,8}}|{row})(?![ぁ-んー])"),
        re.compile(f"{multipliers}|{digits}"),
    )


def runs(text: str, lex: Lexicon) -> Iterator[Run]:
    """The numbers of a folded text that are written in kana."""
    row, numeral = _patterns(lex)
    signs, table = grammar(lex).signs, lex.han["kana"]
    for match in row.finditer(text):
        spelled = "".join(
            table[sound]
            for sound in numeral.findall(text, match.end("ordinal") if match["ordinal"] else match.start(), match.end())
        )
        if len(spelled) < 2 and not match["ordinal"] and len(match.group()) < 4:
            continue
        worth = value(spelled, signs)
        if worth is not None:
            run = Run(match.start(), match.end(), text=match.group(), items=[(worth, 0)], coefficient=worth)
            run.ordinal, run.weak = match["ordinal"] is not None, False
            yield run
