"""News agencies, broadcasters and papers named in a text, and which of them a statement came by.

The names of outlets in many scripts are one table (`languages/cldr/outlets/und.json`); what stands beside an outlet
that somebody spoke to, or that is cited, is the `outlets` section of the language data ("told", "in an interview
with", "cited by", "unter Berufung auf", "によると").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from retold.checker import language
from retold.checker.language import Language
from retold.checker.mentions.attribution import Attribution
from retold.checker.mentions.attribution_lexicon import lexicon
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.phrases import fold
from retold.checker.mentions.trie import trie
from retold.checker.model import Article, Segment

_LATIN = "A-Za-z0-9À-ɏ"
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SCRIPTS = {
    "Cyrl": _CYRILLIC,
    "Arab": _ARABIC,
    "Deva": re.compile("[\u0900-\u097f]"),
    "Jpan": re.compile("[\u3040-\u30ff\u3400-\u9fff]"),
    "Kore": re.compile("[\uac00-\ud7af]"),
    "Hans": re.compile("[\u3400-\u9fff]"),
    "Hant": re.compile("[\u3400-\u9fff]"),
}
"""Letters of the scripts in which an outlet's name may have a form of its own."""

_ARABIC_PREFIXES = "ولبفك"
_ARTICLES = frozenset({"Il", "La", "Le", "Les"})
_KEEP_LETTERS = frozenset({"Jpan", "Kore", "Hans", "Hant"})
"""Scripts in which Latin acronyms are written as they are."""

_LEAST_INFLECTED = 5
_LEAD, _TAIL = 64, 40
"""Characters before and behind an outlet in which its phrase stands."""
_GAP = re.compile(r"[\w'’.\-]+")
_STOPS = frozenset(",.;:!?，。；：\n")
_SHORT = 4
"""A phrase of fewer letters ("à", "to") must stand closer to the outlet."""
_NEAR, _FAR = 2, 4
"""Words that may stand between a phrase and the outlet: "told the Reuters", "told the French daily Le Monde"."""
_QUOTES = " \u00a0\t\"'“”„«»‘’‹›「」『』《》〈〉()（）"


@dataclass(frozen=True, slots=True)
class Outlet:
    """The name of an outlet. `code` is the same for all its names in all languages."""

    start: int
    end: int
    code: str


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that a statement came by. `role` is "source" (CNN reported), or "heard" (told CNN, cited by CNN)."""

    outlet: Outlet
    role: str


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], frozenset[str], re.Pattern[str], Mapping[str, str]]:
    """Where a name may begin: its first letter, and its first letters (three at most); the names; and their codes."""
    names = language.cldr("outlets", "und")["outlets"]
    codes = {form: code for code, forms in names.items() for form in forms}
    cyrillic = [form for form in codes if _CYRILLIC.search(form)]
    arabic = [form for form in codes if _ARABIC.search(form)]
    unspaced = [form for form in codes if _UNSPACED.search(form)]
    plain = codes.keys() - {*cyrillic, *arabic, *unspaced}
    inflected = [form for form in cyrillic if len(form) >= _LEAST_INFLECTED]
    starts = frozenset(form[:3] for form in codes).union(_ARABIC_PREFIXES)
    letters = sorted({start[0] for start in starts})
    within = "".join(letter for letter in letters if not letter.isascii())  # these may stand behind a Latin letter
    return (
        re.compile(rf"[{re.escape(''.join(letters))}](?:(?<![{_LATIN}].)|(?<=[{re.escape(within)}]))"),
        starts,
        re.compile(
            rf"(?<![{_LATIN}])(?P<plain>{trie(sorted(plain))})(?![{_LATIN}])"
            rf"|(?<!\w)(?P<inflected>{trie(sorted(inflected))})[а-яіїєё]{{0,3}}(?!\w)"
            rf"|(?<!\w)(?P<cyrillic>{trie(sorted(set(cyrillic) - set(inflected)))})(?!\w)"
            rf"|(?<!\w)[{_ARABIC_PREFIXES}]{{0,2}}(?P<arabic>{trie(sorted(arabic))})(?!\w)"
            rf"|(?P<unspaced>{trie(sorted(unspaced))})"
        ),
        codes,
    )


@lru_cache(maxsize=None)
def _joined(known: Language) -> re.Pattern[str] | None:
    """Names whose article a language melts into the word before: "au Monde", "alla Stampa". Only behind the words of
    the section's list, since without its article such a name may be any word."""
    phrases = known.section("outlets").get("joined", ())
    bare = sorted(_without_article())
    if not phrases or not bare:
        return None
    leads = "|".join(rf"[{lead[0]}{lead[0].upper()}]{re.escape(lead[1:])}" for lead in sorted(phrases, reverse=True))
    return re.compile(rf"(?<!\w)(?:{leads}) (?P<name>{trie(bare)})(?!\w)")


@lru_cache(maxsize=1)
def _without_article() -> Mapping[str, str]:
    """Names without the article that they begin with -> code."""
    names = language.cldr("outlets", "und")["outlets"]
    return {
        form.partition(" ")[2]: code
        for code, forms in names.items() for form in forms if form.partition(" ")[0] in _ARTICLES
    }  # fmt: skip


def outlets(article: Article) -> tuple[Outlet, ...]:
    """Every outlet named in a text, in order; made once."""
    if "outlets" not in article.memo:
        article.memo["outlets"] = tuple(sorted(_find(article), key=lambda each: each.start))
    found: tuple[Outlet, ...] = article.memo["outlets"]
    return found


def _find(article: Article) -> list[Outlet]:
    found = list(_found(article.text))
    joined, bare = _joined(language.load(article.language)), _without_article()
    if joined is not None and any(name in article.text for name in bare):
        taken = {each.end for each in found}
        more = (Outlet(*match.span("name"), bare[match["name"]]) for match in joined.finditer(article.text))
        found += [each for each in more if each.end not in taken]
    return found


def _found(text: str) -> Iterator[Outlet]:
    begins, starts, pattern, codes = _table()
    free = 0
    for begin in begins.finditer(text):
        at = begin.start()
        if at < free or not (text[at : at + 3] in starts or text[at : at + 2] in starts or text[at] in starts):
            continue
        if match := pattern.match(text, at):
            free = match.end()
            yield Outlet(at, free, codes[match.group(match.lastgroup or 0)])


def outlets_in(article: Article, segment: Segment) -> tuple[Outlet, ...]:
    """The outlets named in a segment."""
    found = outlets(article)
    first = bisect_left(found, segment.start, key=lambda each: each.start)
    last = bisect_left(found, segment.end, key=lambda each: each.start)
    return found[first:last]


def credited(article: Article, segment: Segment, *, reporting: bool = False) -> tuple[Credit, ...]:
    """The outlets that a sentence credits with what it says; each once, in text order.

    `reporting`: the sentence is known to report what somebody said, though no attribution was found in it.
    """
    found: dict[str, Credit] = {}
    for outlet in outlets_in(article, segment):
        role = _role(article, segment, outlet, reporting)
        if role and (role == "source" or outlet.code not in found):
            found[outlet.code] = Credit(outlet, role)
    return tuple(sorted(found.values(), key=lambda each: each.outlet.start))


def _role(article: Article, segment: Segment, outlet: Outlet, reporting: bool) -> str:
    known = _phrases(language.load(article.language))
    if known is None:
        return ""
    low = fold(article.text[max(segment.start, outlet.start - _LEAD) : outlet.start]).rstrip(_QUOTES)
    tail = fold(article.text[outlet.end : min(segment.end, outlet.end + _TAIL)]).lstrip(_QUOTES.replace("'", ""))
    said = [each for each in inside(article, "attribution", [segment]) if isinstance(each, Attribution)]
    heard = known.leads(low, bool(said) or reporting) or known.follows(tail)
    if any(_speaks(article, each, outlet, known) and not (heard and _is_told(each)) for each in said):
        return "source"
    if heard:
        return "heard"
    return "source" if known.finds(low, tail) else ""


def _speaks(article: Article, mention: Attribution, outlet: Outlet, known: _Beside) -> bool:
    """Whether an outlet is the source, and not the house of the person or the cause of the case: "CNN reported"."""
    for span in mention.source:
        if span.start <= outlet.start and outlet.end <= span.end:
            rest = article.text[span.start : outlet.start] + " " + article.text[outlet.end : span.end]
            return all(known.is_generic(word) for word in _GAP.findall(fold(rest)))
    return False


def _is_told(mention: Attribution) -> bool:
    """Whether the source stands behind the verb, where languages also put those who were told: "sagte dem Sender"."""
    return mention.cue_class != "according" and mention.cue[0].end <= mention.source[0].start


def is_written_in(code: str, tag: str) -> bool:
    """Whether the table has a name of an outlet in the script of a language."""
    script = language.load(tag).section("meta").get("script", "Latn")
    letters = _SCRIPTS.get(script)
    forms = language.cldr("outlets", "und")["outlets"][code]
    if script in _KEEP_LETTERS and any(form.isascii() and form.isupper() for form in forms):
        return True  # NHK is NHK in Korean, too
    return letters is None or any(letters.search(form) for form in forms)


class _Beside:
    """The phrases of one language, ready to be looked for beside an outlet."""

    def __init__(self, known: Language) -> None:
        section = known.section("outlets")
        words = lexicon(known)
        self._spaced = known.spaced
        self._before = sorted((fold(each) for each in section.get("before", ())), key=lambda each: (-len(each), each))
        self._after = tuple(fold(each) for each in section.get("after", ()))
        said = (*section.get("generic", ()), *section.get("found", ()))
        generic = {word for each in said for word in fold(each).split()}
        self._generic = frozenset(generic | (words.words.get("articles", frozenset()) if words else frozenset()))
        self._spoken = re.compile(rf"(?<!\w)(?:{trie(self._before)})" if self._spaced else trie(self._before))
        found = trie(map(fold, section.get("found", ())))
        self._found = re.compile(rf"(?<!\w)(?:{found})(?!\w)" if self._spaced else found)
        self.media = re.compile(
            rf"(?<!\w)(?:{trie(map(fold, section.get('generic', ())))})(?!\w)"
            if self._spaced
            else trie(map(fold, section.get("generic", ())))
        )

    def is_generic(self, word: str) -> bool:
        return word.strip("-'.") in self._generic or not word.strip("-'.") or (not self._spaced and len(word) <= 2)

    def leads(self, low: str, in_report: bool) -> bool:
        """Whether a phrase stands before an outlet; a short one only in a sentence that reports something."""
        for match in self._spoken.finditer(low):
            gap, phrase = low[match.end() :], match.group()
            if not phrase or _STOPS & set(gap):
                continue
            if not self._spaced:
                if len(gap) <= _FAR and in_report:
                    return True
                continue
            joined = gap[:1].isalpha() and not phrase.endswith("'") and not _ARABIC.match(phrase[-1])
            short = len(phrase) < _SHORT
            if not joined and len(_GAP.findall(gap)) <= (_NEAR if short else _FAR) and (in_report or not short):
                return True
        return False

    def finds(self, low: str, tail: str) -> bool:
        """Whether the outlet has found out what is said: "Reuters has learned", "ustaliła „Gazeta Wyborcza”"."""
        for match in self._found.finditer(low):
            gap = low[match.end() :]
            if not _STOPS & set(gap) and all(self.is_generic(word) for word in _GAP.findall(gap)):
                return True
        behind = self._found.search(tail)
        between = tail[: behind.start()] if behind is not None else "."
        return not _STOPS & set(between) and len(_GAP.findall(between)) <= 1

    def follows(self, tail: str) -> bool:
        """Whether a phrase stands right behind an outlet, a word for outlets between them."""
        if tail.startswith(self._after):
            return bool(self._after)
        generic = self.media.match(tail)
        return bool(self._after and generic) and tail[generic.end() :].lstrip(_QUOTES).startswith(self._after)  # type: ignore[union-attr]


@lru_cache(maxsize=None)
def _phrases(known: Language) -> _Beside | None:
    return _Beside(known) if known.section("outlets") else None


def names_media(article: Article, segment: Segment) -> bool:
    """Whether a segment has a word for outlets ("the broadcaster", "local media")."""
    known = _phrases(language.load(article.language))
    return known is None or bool(known.media.search(fold(article.words_of(segment))))
