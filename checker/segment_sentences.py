"""Where sentences end inside one paragraph.

One pattern finds every mark that could end a sentence, with the closing quotation marks that belong to it; each such
place is then judged by what stands before and after it. Abbreviations, sentence openers and the like are data
(section `segmentation` of the language files).

Why our own and not an SRX library: `choppa-srx` with LanguageTool's rules costs 77 µs per 100 characters once warm
and 0.16 s at import, and finds 83 of the 128 gold sentences in tests/data/sentences.toml exactly (a partial judge: we
wrote them, reporting clauses and damaged sentences included); this costs 4 µs, imports nothing and finds them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from retold.checker import language
from retold.checker.language import Language

LONGEST = 1500
"""Code points after which a stretch without any sentence mark is cut at a clause mark or a space."""

LONGEST_UNSPACED = 300
"""The same for scripts that write neither sentence marks nor spaces between words (Thai, Lao, Khmer, Burmese)."""

_STOPS = ".．"
_WIDE = "。！？｡؟۔।॥။៕።፧"  # marks of scripts that need no space after them
_MARKS = f"{_STOPS}!?…‼⁇⁈⁉{_WIDE}"
_CLOSERS = "\"'”’»›)\\]」』】》〉）］＂＇"
_CLOSERS_OR_OPENERS = "“‘«‹"  # close in German, open in English: openers when a letter follows
_QUOTES = frozenset("\"'”’»«“‘›‹」』＂＇")
_AFTER_CLAUSE = frozenset(",;:،؛、，；：)]}）")
_CANDIDATE = re.compile(
    rf"([{_MARKS}]+(?:[ \u00a0](?:\.(?![\w.])|[!?！？]+))*)"  # `. . .` and `！ ！`, too
    rf"((?:[{_CLOSERS}]|[{_CLOSERS_OR_OPENERS}](?!\w)|\[\d{{1,3}}\]"
    rf"|[ \u00a0\u202f](?:[”»」』](?=[\s,;.]|\Z)|[\"'](?=\Z)))*)"
    r"(\s*)"
)
_LEAD = re.compile(r"[\s\"'“”‘’«»„‚‹›(\[{「『《【（¿¡—–*_•…-]*")
_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}[.\-]{1,2})+[^\W\d_]{1,3}\Z")
_INITIAL = re.compile(r"[^\W\d_]\.")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_IN_BRACKETS = re.compile(r"[)\]）\d\[]+\Z")
_ELISION = re.compile(r"[^\W\d_]{1,5}['’](?=[^\W\d_]{2})")
_ROMAN = re.compile(r"[IVX]{1,6}\Z")
_DOTTED_FIGURE = re.compile(r"\d{1,2}\.")
_CLAUSE_END = re.compile(r"[.!?,;:،。，：“”\"«»「」]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_CLAUSE_MARK = re.compile(r"[;；,،，、]\s*|\s+")
_DASHES = frozenset("—–-")


@dataclass(frozen=True)
class Rules:
    """Section `segmentation` of one language, ready for look-up. The language files say what each list is for."""

    titles: frozenset[str]
    numbered: frozenset[str]
    common: frozenset[str]
    final: frozenset[str]
    after_figure: frozenset[str]
    continuers: frozenset[str]
    starters: frozenset[str]
    exclaimed: tuple[str, ...]
    reporting: tuple[str, ...]
    after_quote: tuple[str, ...]
    ordinal_dot: bool
    capital_nouns: bool
    splits_before_lower: bool


@lru_cache(maxsize=None)
def rules_of(known: Language) -> Rules:
    """The sentence rules of a language; abbreviations in small letters are known with a capital, too."""
    section = known.section("segmentation")

    def both_cases(key: str) -> frozenset[str]:
        words = section.get(key, ())
        return frozenset(words) | {word[:1].upper() + word[1:] for word in words}

    everywhere = language.load("und").section("segmentation")
    return Rules(
        titles=both_cases("titles") | frozenset(everywhere.get("titles", ())),
        numbered=frozenset(section.get("numbered", ())),
        common=both_cases("common") | frozenset(everywhere.get("common", ())),
        final=both_cases("final"),
        after_figure=frozenset(section.get("after_figure", ())),
        continuers=frozenset(section.get("continuers", ())),
        starters=frozenset(section.get("starters", ())),
        exclaimed=tuple(section.get("exclaimed", ())),
        reporting=tuple(section.get("reporting", ())),
        after_quote=tuple(section.get("after_quote", ())),
        ordinal_dot=bool(section.get("ordinal_dot")),
        capital_nouns=bool(section.get("capital_nouns")),
        splits_before_lower=bool(section.get("splits_before_lower")),
    )


def sentences(text: str, start: int, end: int, language_tag: str) -> Iterator[tuple[int, int]]:
    """Trimmed (start, end) of each sentence of a paragraph; `start` and `end` are on non-space characters."""
    rules = rules_of(language.load(language_tag))
    begin = start
    for match in _CANDIDATE.finditer(text, start, end):
        if match.end() >= end or match.start() < begin or _is_bare(text, begin, match.start()):
            continue
        if ends_sentence(text, start, begin, match, end, rules):
            yield from _bounded(text, begin, match.end(2))
            begin = match.end()
    if begin < end:
        yield from _bounded(text, begin, end)


def ends_sentence(text: str, paragraph: int, begin: int, match: re.Match[str], end: int, rules: Rules) -> bool:
    """Whether the sentence that began at `begin` ends with this candidate. More text follows the candidate."""
    marks, closers = match[1], match[2]
    after = match.end()
    lead = _LEAD.match(text, after, min(end, after + 8))
    assert lead is not None
    place = lead.end()
    following = text[place] if place < end else ""
    if marks[-1] in _WIDE or (not match[3] and marks[-1] in "?!" and _IDEOGRAPH.match(text, after)):
        if text[after] in _AFTER_CLAUSE:
            return False
        return not (closers and _carries_on(text, after, end, rules, short=False))
    if not match[3]:
        return not closers and _is_glued(text, match.start(), after)
    if text[after] in _AFTER_CLAUSE:
        return False
    if not following:
        return not closers
    if closers and _QUOTES.intersection(closers) and _carries_on(text, after, end, rules, short=marks == "."):
        return False
    if marks not in _STOPS:
        return _ends_after_marks(text, match, place, end, rules)
    if closers and not _IN_BRACKETS.match(closers):
        return not following.islower()
    return _ends_after_stop(text, paragraph, begin, match.start(), place, end, rules)


def _ends_after_marks(text: str, match: re.Match[str], place: int, end: int, rules: Rules) -> bool:
    """After `?`, `!` and ellipses: a small letter goes on; an ellipsis is often a pause inside the sentence."""
    marks, before = match[1], match.start() - 1
    if text[place].islower():
        return False
    if before >= 0 and text[before] in "([{（［":
        return False
    if "?" in marks or "!" in marks or ("…" not in marks and marks.count(".") < 2):
        return marks != "!" or _is_sentence_mark(text, match.start(), place, end, rules)
    if match[2] and _QUOTES.intersection(match[2]):
        return True
    word = _word(text, place, end)
    if (before >= 0 and text[before].isspace()) or rules.capital_nouns or not text[place].isupper():
        return word in rules.starters
    return len(word) > 1 or word in rules.starters


def _is_sentence_mark(text: str, mark: int, place: int, end: int, rules: Rules) -> bool:
    """Not the mark of a name (`Yahoo! News`)."""
    name = next((word for word in rules.exclaimed if text.endswith(word, 0, mark)), None)
    return name is None or _word(text, place, end) in rules.starters


def _is_bare(text: str, begin: int, mark: int) -> bool:
    """Whether only marks stand between two places: an ellipsis at the start belongs to what follows."""
    return mark - begin <= 3 and not _WORD.search(text, begin, mark)


def _ends_after_stop(text: str, paragraph: int, begin: int, stop: int, place: int, end: int, rules: Rules) -> bool:
    """After a single full stop and white space, by the word before it and the character after it."""
    before = text[max(begin, stop - 30) : stop].split()
    token = _bare(before[-1]) if before and not text[stop - 1].isspace() else ""
    following = text[place]
    figure, lower = following.isdigit(), following.islower()
    if token in rules.titles:
        return False
    if token in rules.numbered:
        opens = not (rules.capital_nouns or len(token) == 1) or _word(text, place, end) in rules.starters
        return opens and not figure and not lower
    if token in rules.after_figure:
        preceded = len(before) > 1 and (before[-2][-1].isdigit() or bool(_ROMAN.match(before[-2])))
        return preceded and not lower
    if token in rules.common:
        return not lower and _word(text, place, end) in rules.starters
    if token in rules.final:
        return not lower and not figure and _word(text, place, end) not in rules.continuers
    if _DOTTED.match(token) or _is_initial(token):
        return _word(text, place, end) in rules.starters and not _INITIAL.match(text, place, end)
    if token.isdigit() or (rules.ordinal_dot and _ROMAN.match(token)):
        return _ends_after_figure(text, paragraph, stop - len(token), token, place, end, rules)
    if lower:
        camel = text[place + 1 : place + 2].isupper()  # iPhone, eBay
        return camel or (rules.splits_before_lower and _is_plain_word(token))
    return True


def _ends_after_figure(text: str, paragraph: int, at: int, token: str, place: int, end: int, rules: Rules) -> bool:
    """`1. First item`, `23. Oktober`, `2024. 10. 29.` go on; `in 2023. Then` does not."""
    following = text[place]
    if at <= paragraph + 1 and len(token) <= 3:
        return False
    if following.isdigit() and (_DOTTED_FIGURE.match(text, place, end) or (rules.ordinal_dot and len(token) <= 2)):
        return False
    if rules.ordinal_dot and (len(token) <= 2 or not token.isdigit()):
        return _word(text, place, end) in rules.starters
    return not following.islower()


def _bare(token: str) -> str:
    """A word without the marks before it and without an elided article: `(l'on` -> `on`."""
    return _ELISION.sub("", token.lstrip("\"'“”‘’«»„‚‹›(【[—–-"))


def _is_initial(token: str) -> bool:
    """One letter (`J.`); a lone syllable or ideograph is a word."""
    return len(token) == 1 and token.isalpha() and not "\u1100" <= token <= "\ud7ff"


def _is_plain_word(token: str) -> bool:
    """A word too long, or written too high, to be an abbreviation that the lists do not have."""
    return token.isalpha() and (len(token) >= 4 or (len(token) == 3 and token.isupper()))


def _is_glued(text: str, stop: int, after: int) -> bool:
    """`the war.The army`: a sentence end whose space was lost. `example.com`, `3.5`, `U.S.` are none."""
    word, following = text[max(0, stop - 3) : stop], text[after : after + 2]
    return len(word) == 3 and word.isalpha() and word.islower() and following[:1].isupper() and following[1:].islower()


def _carries_on(text: str, after: int, end: int, rules: Rules, short: bool) -> bool:
    """Whether a short reporting clause or a particle after a closed quotation belongs to the same sentence.

    `short`: the quotation ended in a full stop, so that only a clause of a few words can belong to it.
    """
    if rules.after_quote and text.startswith(rules.after_quote, after, end):
        return True
    if not rules.reporting:
        return False
    window = text[after : min(end, after + 100)]
    mark = _CLAUSE_END.search(window)
    clause, closing = (window[: mark.start()], mark[0]) if mark else (window, "")
    words = clause.split()
    if len(words) <= 2 and not clause.isascii():  # a script without spaces
        return closing != "" and any(0 <= clause.find(verb) <= 14 for verb in rules.reporting)
    if closing in ':“"«' or len(words) > (6 if short else 9):
        return False
    return any(word in rules.reporting for word in words[:5])


def _word(text: str, place: int, end: int) -> str:
    match = _WORD.match(text, place, min(end, place + 20))
    return match[0] if match else ""


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, cut into pieces when it is longer than any sentence is."""
    if end - start <= LONGEST_UNSPACED:
        yield start, end
        return
    limit = LONGEST_UNSPACED if len(_UNSPACED.findall(text, start, start + 100)) > 50 else LONGEST
    while end - start > limit:
        cut = 0
        for match in _CLAUSE_MARK.finditer(text, start + limit // 2, start + limit):
            cut = match.end()
        cut = cut or start + limit
        piece = text[start:cut].rstrip()
        yield start, start + len(piece)
        while cut < end and text[cut].isspace():
            cut += 1
        start = cut
    if start < end:
        yield start, end
