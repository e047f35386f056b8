"""Words written twice, and output that runs in a loop."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set
from itertools import groupby, pairwise

from retold.checker import language
from retold.checker.language import Language
from retold.checker.model import Article, Segment
from retold.rules.garble import WORD, Defect, GarbleRule, quoted, words

LONGEST_PHRASE = 12
"""Words of the longest phrase whose immediate repetition is looked for."""

LOOP = 3
"""Times a phrase stands in a row from which the output runs in a loop."""

SENTENCE_WORDS = 5
"""Words a sentence needs for its repetition to be no refrain."""

_UNSPACED_LOOP = re.compile(r"([\u3040-\u30ff\u3400-\u9fff]{3,12}?[、・，。,]?)\1{2,}")
_UNSPACED_TWICE = re.compile(r"([\u3040-\u30ff\u3400-\u9fff]{4,12})\1")
_SAME_TWICE = re.compile(r"(.)\1{5}")


class GarbleRepeat(GarbleRule):
    """A word, a phrase or a sentence stands twice in a row.

    What it does
        Looks for a word or a phrase that is repeated at once, and for a sentence repeated word for word after itself.
        Words that the language doubles on purpose, and words the original doubles at the same place, are left alone.

    Why it matters
        A doubled word is a slip an editor mends in a second; a loop means that the machine lost the text, and what the
        original says there is missing.

    Fires
        copy [en]: The minister said that the the bridge would open in May.

        copy [fr]: Le ministre a dit que que le pont ouvrirait en mai.

        copy [en]: They met in the capital of the capital of the capital of the capital of the north.

    Stays silent
        copy [en]: He had had enough of the rain, and she knew that that was true.

        copy [de]: Das sind Leute, die die Brücke gebaut haben.

        copy [fr]: Nous nous sommes réunis lundi.
    """

    id = "garble-repeat"
    severity = "minor"
    mqm = "fluency/duplication"
    said_once = frozenset({"loop"})

    def defects(self, article: Article) -> Iterator[Defect]:
        known = language.load(article.language)
        spaced = known.spaced
        looping: set[Segment] = set()
        for segment in article.body:
            found = list(_spaced(article, segment, known) if spaced else _unspaced(article, segment))
            if any(defect.kind == "loop" for defect in found):
                looping.add(segment)
            yield from found
        yield from _same_sentences(article, looping)


def _spaced(article: Article, segment: Segment, known: Language) -> Iterator[Defect]:
    """Immediate repetitions among the words of a sentence: for each word that stood before, compare what follows."""
    text = article.words_of(segment)
    low = [word.lower() for word in WORD.findall(text)]
    if len(set(low)) == len(low):
        return
    matches = list(WORD.finditer(text))
    last: dict[str, int] = {}
    place = 0
    while place < len(low):
        word = low[place]
        gap = place - last.get(word, -LONGEST_PHRASE - 1)
        last[word] = place
        if gap <= LONGEST_PHRASE and place + gap <= len(low) and low[place - gap : place] == low[place : place + gap]:
            times = 2
            while low[place - gap : place] == low[place + (times - 1) * gap : place + times * gap]:
                times += 1
            end = place + (times - 1) * gap
            yield from _repetition(article, segment, known, text, matches[place - gap : end], gap, times)
            place = end
            last.clear()
            continue
        place += 1


def _repetition(
    article: Article,
    segment: Segment,
    known: Language,
    text: str,
    run: list[re.Match[str]],
    gap: int,
    times: int,
) -> Iterator[Defect]:
    start, end = run[0].start(), run[-1].end()
    between = {text[a.end() : b.start()] for a, b in pairwise(run)}
    offset = segment.start + start
    phrase = " ".join(m.group() for m in run[:gap])
    plain = not any(part.strip() for part in between)
    if times > (LOOP if plain or gap > 1 else 2 * LOOP) or (times == LOOP and gap > 1 and plain):
        message = f"“{phrase}” is repeated {times} times in a row."
        yield Defect("loop", offset, segment.start + end, message, 0.85, "major", {"times": times})
        return
    if not plain or "\n" in "".join(between):
        return
    if gap == 1:
        confidence = _doubled_word(run, known, text, start)
    else:
        letters = sum(len(m.group()) for m in run[:gap])
        names = all(m.group()[:1].isupper() for m in run[:gap])
        common = [m.group().lower() in words(known, "common") for m in run[:gap]]
        # "hand in hand in", "talking and talking and": a set phrase, then its own next word
        set_phrase = gap == 2 and (common[0] != common[1] or run[0].group().lower() in words(known, "doubled"))
        confidence = 0.0 if letters < 5 or names or set_phrase else 0.75
    if confidence and quoted(article, offset):
        confidence -= 0.15
    if confidence:
        message = f"“{phrase}” is written {'twice' if times == 2 else f'{times} times'} in a row."
        yield Defect("doubled", offset, segment.start + end, message, confidence, None, {"times": times})


def _doubled_word(run: list[re.Match[str]], known: Language, text: str, start: int) -> float:
    """Confidence that a word written twice is a slip; 0 where it is an emphasis or the language's way."""
    first, second = run[0].group(), run[1].group()
    word = first.lower()
    if word in words(known, "doubled") or any(m.group() != second for m in run[1:]):
        return 0.0
    if text[max(0, start - 1) : start] == "-" or text[run[-1].end() : run[-1].end() + 1] in ("-", "'", "’"):
        return 0.0
    common = words(known, "common")
    if not words(known, "doubled") or (common and len(word) < 3 and word not in common):
        return 0.3  # the language's own doublings are not known; letters spelled out one by one
    if second[:1].isupper():
        return 0.45  # a name may be one word twice: only an original without it tells
    return 0.85 if word in common else 0.7


def _unspaced(article: Article, segment: Segment) -> Iterator[Defect]:
    """Scripts without spaces: a stretch of characters repeated at once. Short ones are the language's own doubling."""
    text = article.words_of(segment)
    if len(text) < 8 or max(Counter(text[i : i + 3] for i in range(len(text) - 2)).values(), default=0) < 2:
        return
    covered = 0
    for match in _UNSPACED_LOOP.finditer(text):
        if _SAME_TWICE.match(match.group()):
            continue
        covered = match.end()
        times = len(match.group()) // len(match[1])
        message = f"“{match[1]}” is repeated {times} times in a row."
        where = segment.start + match.start(), segment.start + match.end()
        yield Defect("loop", *where, message, 0.8, "major", {"times": times})
    for match in _UNSPACED_TWICE.finditer(text, covered):
        where = segment.start + match.start(), segment.start + match.end()
        if not quoted(article, where[0]):
            yield Defect("doubled", *where, f"“{match[1]}” is written twice in a row.", 0.7)


def _same_sentences(article: Article, looping: Set[Segment]) -> Iterator[Defect]:
    """Sentences that stand word for word in a row: two long ones, or several of any length. Those that repeat
    themselves are a loop already."""
    for _, group in groupby(article.body, key=article.words_of):
        run = list(group)
        if len(run) == 1 or run[0] in looping or quoted(article, run[0].start):
            continue
        text = article.words_of(run[0])
        count = len(text.split()) if " " in text else len(text) // 3
        if count >= SENTENCE_WORDS or (len(run) >= LOOP and count > 1):
            times = "twice" if len(run) == 2 else f"{len(run)} times"
            message = f"The same sentence stands {times} in a row."
            yield Defect("sentence", run[1].start, run[-1].end, message, 0.75, "major", {"times": len(run)})
