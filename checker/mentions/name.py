"""Names of people, organisations and places.

Scripts with capitals: sequences of capitalised words, less what only starts a sentence, less titles. German writes
every noun with a capital: there a single word counts only beside a title, or where the text has it in a full name.
Scripts without capitals: `name_uncased`. In every language: countries, regions and large cities, under one code
(`name_places`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retold.checker.language import Language, load
from retold.checker.mentions import name_uncased
from retold.checker.mentions.name_known import known
from retold.checker.mentions.name_letters import ascii_words
from retold.checker.mentions.name_lexicon import Lexicon, lexicon
from retold.checker.mentions.name_places import Place, gazetteer
from retold.checker.mentions.name_words import has_list, is_common
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Mention, Segment

_SPACE = re.compile(r"[^ \u00a0]+")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$|-[A-Z]$")
_ELISION = re.compile(r"^(?:[DdLlJjNn]|[Dd]ell|[Aa]ll|[Dd]all|[Nn]ell|[Uu]n)['’](?=\w)")
_OPENING = " \u00a0\t\"'“”„«»‘’‹›(–—-*•"
_FULL_STOPS = ".!?…"
_STOPS = ".!?:…\n\r。！？؟"
PLACES = ("territory", "city")
"""The types of name whose value is a code, one in every language."""

_LONGEST_HEADLINE = 200
_LONGEST_TITLE = 30
_LONG_ENOUGH = 5
"""Letters a known name must have to count where a capital says nothing."""
_BEYOND = Segment(-1, 1 << 60, 1 << 60)


@dataclass(frozen=True, kw_only=True)
class Name(Mention):
    """A name. `value` is its normalised form: a place's code, else the folded words without title or possessive.

    `type` is territory, city, acronym, person (it has a title, or is known), organisation (it is known, or has a word
    for one in it) or name; `title` the title's words.
    """

    kind: str = "name"
    type: str = "name"
    title: str = ""


def extract(article: Article, language: Language) -> list[Mention]:
    """All names of a text in order; empty for a language without `names` data."""
    words = lexicon(language)
    if words is None:
        return []
    text = article.text
    table = gazetteer(language)
    places = list(table.find(text, fold(text))) if table else []
    if words.runs is None:
        names = [_made(text, found) for found in name_uncased.find(text, words, language)]
    else:
        names = list(_capitalised(article, words))
    return _together(text, places, names, words.nouns_capitalised)


def _made(text: str, found: name_uncased.Found) -> Name:
    surface = text[found.start : found.end]
    return Name(start=found.start, end=found.end, text=surface, value=fold(surface), type=found.type, title=found.title)


def _together(text: str, places: list[Place], names: list[Name], nouns_capitalised: bool) -> list[Mention]:
    """Places and names in one order. Of two that overlap the longer stays: "Bank of China" is no country.

    Where nouns have capitals a place that begins a run stays: "Deutschlands Armee".
    """
    found = [Name(start=p.start, end=p.end, text=text[p.start : p.end], value=p.code, type=p.type) for p in places]
    out: list[Mention] = []
    for name in sorted([*found, *names], key=lambda n: (n.start, -n.end, n.type not in PLACES)):
        if out and name.start < out[-1].end:
            at_start = nouns_capitalised and name.start == out[-1].start and name.type in PLACES
            if at_start or name.end - name.start > out[-1].end - out[-1].start:
                out[-1] = name
            continue
        out.append(name)
    return out


def _capitalised(article: Article, words: Lexicon) -> Iterator[Name]:
    """The names in runs of capitalised words, and single words that say nothing of themselves but are a known name or
    the last word of a person's full name in the same text: "Lindner sagte", "Adeyemi said"."""
    assert words.runs is not None
    text = article.text
    segments = iter(article.segments)
    segment, headline = None, False
    doubtful: list[tuple[int, str]] = []
    families: set[str] = set()
    for match in words.runs.finditer(text):
        while segment is None or segment.end <= match.start():
            segment = next(segments, _BEYOND)
            headline = not words.nouns_capitalised and _is_title_case(text[segment.start : segment.end])
        run = match.group()
        if headline:
            continue
        if _is_one_word(run) and _says_nothing(text, match.start(), run, words):
            doubtful.append((match.start(), run))
            continue
        for name in _names_in(text, match.start(), run, words):
            if name.type == "person" or (not words.nouns_capitalised and _may_be_a_person(name, words)):
                families.add(name.text.rpartition(" ")[2])
            yield name
    for start, run in doubtful:
        surface = (words.suffix or _POSSESSIVE).sub("", run)
        key = known(surface) if len(surface) >= _LONG_ENOUGH else None
        stem = next((stem for stem in words.stems(surface) if stem in families), None) if families else None
        if key or stem:
            surface = stem if stem and words.nouns_capitalised else surface
            kind = key.partition(":")[0] if key else "person"
            yield Name(start=start, end=start + len(surface), text=surface, value=fold(surface), type=kind)


def _may_be_a_person(name: Name, words: Lexicon) -> bool:
    """Whether a name looks like a given name and a family name, and the latter like no common word."""
    parts = name.value.split() if name.value and name.type == "name" else []
    return len(parts) in (2, 3) and not any(
        part in words.generic or part in words.openers or part in words.particles for part in parts
    )


def sentence_starts(article: Article, segments: Iterable[Segment]) -> list[Name]:
    """Single words with a capital that begin a sentence and are nothing but names, as far as the language's words say.

    They are no mentions: who needs them asks for them.
    """
    words = lexicon(load(article.language))
    if words is None or words.runs is None or not has_list(article.language):
        return []
    found: list[Name] = []
    for segment in segments:
        match = words.runs.match(article.text, segment.start + _opening(article.text, segment))
        if match is None or not _is_one_word(match.group()) or fold(match.group()) in words.openers:
            continue
        begins = fold(match.group()).partition("'")[0]  # "We've" is no name
        spelled = ascii_words(_POSSESSIVE.sub("", match.group()))
        if begins in words.openers or begins in words.stop or is_common(begins, article.language):
            continue
        if spelled and len(spelled[-1]) > 2 and not any(is_common(word, article.language) for word in spelled):
            piece = [(match.start(), match.end(), match.group())]
            found.extend(_name(article.text, piece, "", words))
    return found


def _opening(text: str, segment: Segment) -> int:
    """How many characters stand before the first word of a segment."""
    line = text[segment.start : segment.start + 8]
    return len(line) - len(line.lstrip(_OPENING))


def _is_one_word(run: str) -> bool:
    return " " not in run and "\u00a0" not in run


def _says_nothing(text: str, start: int, word: str, words: Lexicon) -> bool:
    """A single word with a capital is no name at the start of a sentence, nor where all nouns have capitals."""
    if word.isupper():
        return False
    return words.nouns_capitalised or _starts_sentence(text, start)


def _is_title_case(line: str) -> bool:
    """Whether a line has a capital on every word but the small ones: then capitals say nothing about names."""
    if len(line) > _LONGEST_HEADLINE or line[-1:] in _FULL_STOPS:
        return False
    tokens = [token for token in line.split() if token[0].isalpha()]
    small = sum(token[0].islower() for token in tokens)
    long = sum(token[0].islower() and len(token) > 4 for token in tokens)
    return len(tokens) > 4 and small <= 0.5 * len(tokens) and 20 * long <= len(tokens)


def _names_in(text: str, start: int, run: str, words: Lexicon) -> Iterator[Name]:
    """The names in one run of capitalised words: titles cut it, words that only start a sentence are taken off."""
    tokens = [(m.start() + start, m.end() + start, m.group()) for m in _SPACE.finditer(run)]
    first = _starts_sentence(text, start)
    piece: list[tuple[int, int, str]] = []
    title = _title_before(text, start, words)
    for place, (begin, end, token) in enumerate(tokens):
        low = fold(token)
        bare = low.removesuffix("'s").rstrip("'")
        if words.is_title(bare) and not (piece and place == len(tokens) - 1):
            if len(piece) > 1 or (piece and piece[0][2].isupper()):  # "Associate" in "Associate Professor" is no name
                yield from _name(text, piece, title, words)
            piece, title = [], token
        elif _is_small(bare, token, words, place == 0 and first):
            if first and len(piece) == 1 == place:
                piece = []  # what a stop word cuts off at the start of a sentence: "Late July"
            yield from _name(text, piece, title, words)
            piece, title = [], ""
        elif piece or token[0].isupper():
            piece.append((begin, end, token))
            if low != bare:  # a possessive ends a name
                yield from _name(text, piece, title, words)
                piece, title = [], ""
    yield from _name(text, piece, title, words)


def _is_small(bare: str, token: str, words: Lexicon, starts: bool) -> bool:
    """Whether a word is a small one, with a capital for another reason; not where it is a known abbreviation: WHO."""
    if bare not in words.stop and not (starts and bare in words.openers):
        return False
    return not (len(token) > 2 and token.isupper() and known(token))


def _title_before(text: str, start: int, words: Lexicon) -> str:
    """The title in small letters that stands right before a name; empty when there is none."""
    if text[start - 1 : start] not in (" ", "\u00a0"):
        return ""
    before = text[max(0, start - _LONGEST_TITLE) : start - 1].rpartition(" ")[2]
    return before if before[:1].islower() and words.is_title(fold(before)) else ""


def _starts_sentence(text: str, start: int) -> bool:
    place = start - 1
    while place >= 0 and start - place < 6 and text[place] in _OPENING:
        place -= 1
    return place < 0 or text[place] in _STOPS or (start - place > 1 and text[place + 1 : start].strip(" \u00a0") != "")


def _name(text: str, piece: list[tuple[int, int, str]], title: str, words: Lexicon) -> Iterator[Name]:
    while piece and piece[-1][2].islower():  # a particle left over at the end
        piece = piece[:-1]
    if not piece:
        return
    start, end = piece[0][0], piece[-1][1]
    elided = _ELISION.match(text[start:end])
    if elided and elided.end() < end - start and text[start + elided.end()].isupper():
        start += elided.end()
    surface = (words.suffix or _POSSESSIVE).sub("", text[start:end]).rstrip(".-" if len(piece) > 1 else "-")
    letters = surface.replace(".", "").replace("-", "")
    if len(letters) < 2:
        return
    if len(piece) > 1 and letters.isupper() and len(letters) > 6:
        return  # words in capitals, not a name
    acronym = len(piece) == 1 and letters.isupper() and len(letters) <= 6
    nouns = len(piece) == 1 or any(token.endswith(words.noun_endings) for _, _, token in piece)
    if words.nouns_capitalised and nouns and not title and not acronym:
        return
    person = title and fold(title) not in words.place_titles
    value = fold(surface).replace(".", "") if acronym else " ".join(fold(surface).split())
    if acronym or person:
        kind = "acronym" if acronym else "person"
    else:
        key = known(surface)
        body = len(piece) > 1 and words.is_organisation(value)
        kind = key.partition(":")[0] if key else "organisation" if body else "name"
    yield Name(start=start, end=start + len(surface), text=surface, value=value, type=kind, title=title)
