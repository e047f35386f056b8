"""Fractions in words: "two thirds", "cinq huitièmes", "five and a quarter", "two thirds of a million".

A denominator divides the whole number before it ("a hundred fifths"), or belongs to a larger denominator when another
number stands before that one ("three twenty-firsts", "três vinte avos"); what stands before an "and" stays whole when
the rest is less than one ("two hundred and fifty-four hundredths").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from retold.checker.mentions.number_digits import share, whole
from retold.checker.mentions.number_lexicon import ARTICLE, ORDINAL, SCALE, Lexicon, Value
from retold.checker.mentions.number_sums import Atom, Run, power, room

FAR = 12
"""Characters that may stand between the parts of a mixed number: " and ", " con "."""

_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_TIES = frozenset((" ", "-", " - ", "  "))
_QUARTER = 4


def divides(run: Run, atom: Atom, joined: bool, hyphen: bool, lex: Lexicon) -> bool:
    """Make an atom the denominator of the run before it; False when it is none there."""
    below = atom.below or lex.denominators.get(atom.word, 0)
    if not below or joined or run.digits or run.ordinal or run.fraction:
        return False
    one = run.value == 1 and lex.formed_denominators and not lex.plain_denominators
    if atom.kind == ORDINAL and (run.article or one):
        return False  # "one fifth" and "a fifth of" are told by what follows
    if not (run.counted or run.article) or run.value == 0:
        return False
    if not lex.formed_denominators and (len(run.items) > 1 or run.value >= below):
        return False
    last = run.items[-1][0]
    if below == _QUARTER and (last if run.split else run.value) > below:  # five quarters are a time, or rooms
        return False
    if atom.kind == ORDINAL and lex.plain_denominators and last >= 1000 and below < 1000:  # "tweeduizend zestiende"
        return False
    run.below, run.hyphen = int(below), hyphen
    return True


def joined(runs: Iterable[Run], text: str, lex: Lexicon) -> Iterator[Run]:
    """The runs of a folded text, with their denominators worked out and mixed numbers put together."""
    held: list[Run] = []
    for run in runs:
        if held:
            gap = run.start - held[-1].end
            if gap < 0:  # the scale of "two thirds of a million"
                continue
            if gap > FAR:
                yield from held
                held.clear()
        if lex.share_before and run.text in lex.denominators and _shared(run, text, lex):
            run.below, run.items = int(run.value), [(1, 0)]
        held.append(run)
        if run.below or run.ordinal or run.fraction:
            _reduce(held, text, lex)
        if len(held) > 3:
            yield held.pop(0)
    yield from held


def _links_part(gap: str, lex: Lexicon) -> bool:
    """Whether "of" ties a number to an ordinal that divides it: "बीस का पाँचवाँ"."""
    return gap.strip() in lex.part_links and gap[:1] == " " == gap[-1:]


def _shared(run: Run, text: str, lex: Lexicon) -> bool:
    """Whether what follows a lone denominator is definite: "خمس السكان" is a fifth, "خمس سنوات" are five years."""
    definite = lex.share_before
    lone = len(run.items) == 1 and not text.startswith(definite, max(0, run.start - len(definite)))
    return lone and text[run.end : run.end + 1] == " " and text.startswith(definite, run.end + 1)


def _reduce(held: list[Run], text: str, lex: Lexicon) -> None:
    """Join the last of some neighbouring runs to those before it, where they make one fraction."""
    run = held[-1]
    before = held[-2] if len(held) > 1 else None
    gap = text[before.end : run.start] if before else ""
    if run.below:
        below = _larger(run, lex) if before and gap == " " and _counts(before) else 0
        if before and below:
            _merge(held, share(before.value, below))
        else:
            _divide(run, text, lex)
        _multiply(held[-1], text, lex)
    elif before and gap in _TIES and run.ordinal and not run.digits and run.value >= 3 and lex.ordinal_parts:
        _part(held, text, gap, lex)
    elif before and run.ordinal and run.value >= 3 and _counts(before) and _links_part(gap, lex):
        _merge(held, share(before.value, run.value))
    if len(held) > 1 and (held[-1].fraction or held[-1].share):
        _mix(held, text, lex)


def _part(held: list[Run], text: str, gap: str, lex: Lexicon) -> None:
    """Read a number and an ordinal as a fraction where they are one: "one fifth", "a fifth of", "two third of"."""
    before, run = held[-2:]
    if not lex.formed_denominators and run.text not in lex.denominators:
        return
    told = _is_share(text, before, run, lex)
    if before.article:
        told = told or (len(held) > 2 and _links(text[held[-3].end : before.start], lex))
    elif not _counts(before):
        return
    elif before.value == 1 and run.value >= 100 == min(100, power(run.value)) and not told:
        run.start = before.start  # "the one hundredth anniversary"
        held[-2:] = [run]
        return
    elif before.value == 1:
        told = text[run.end : run.end + 1] != "-"
    elif gap != " ":
        return
    if told:
        _merge(held, share(before.value, run.value))
        _multiply(held[-1], text, lex)


def _counts(run: Run) -> bool:
    """Whether a run is a plain number in words, that may be a numerator."""
    return not (run.digits or run.ordinal or run.fraction or run.below) and (run.counted or run.article)


def _merge(held: list[Run], value: Value) -> None:
    above, run = held[-2:]
    above.items, above.end, above.text = [(value, 0)], run.end, ""
    above.fraction, above.weak, above.article, above.counted = True, True, False, True
    held[-2:] = [above]


def _larger(run: Run, lex: Lexicon) -> int:
    """The denominator that the number before a denominator makes with it: "twenty-firsts", "vinte avos"; 0 if none."""
    value, below = run.value, run.below
    if not isinstance(value, int) or run.article:
        return 0
    if below == 1:  # Portuguese "avos" names the number before it
        return value + 1 if run.hyphen else value
    if below < room(run.items[-1][0], lex):
        return value + below
    return value * below if power(below) == below >= 100 and value < below else 0


def _divide(run: Run, text: str, lex: Lexicon) -> None:
    """Work out a run with a denominator that no other number stands before."""
    below, value = run.below, run.value
    last = run.items[-1][0]
    run.below = 0
    if run.hyphen and isinstance(last, int) and below < room(last, lex) and 10 <= last < 100:
        if " " not in text[run.start : run.end]:  # "twenty-fifths" of nothing
            run.items, run.ordinal = [(whole(value + below), 0)], True
            return
        value, below = value - last, last + below
    elif below == 1:
        return
    elif run.split and (rest := sum(part for part, _ in run.items[run.split :])) < below:
        head = run.items[: run.split]
        unit = head[-1][1] if head[-1][1] >= 1000 else 1
        run.items = [*head, (share(rest * unit, below), 0)]
        run.share, run.weak = share(rest, below), False
        return
    run.items = [(share(value, below), 0)]
    run.fraction, run.weak, run.article, run.counted = True, True, False, True


def _multiply(run: Run, text: str, lex: Lexicon) -> None:
    """ "two thirds of a million", "three quarters million"."""
    at = run.end
    for _ in range(3):
        match = _WORD_AFTER.match(text, at)
        if match is None:
            return
        kind, value = lex.words.get(match.group(1), ("", 0))
        if kind == SCALE and value >= 1000:
            if run.fraction:
                run.items = [(whole(run.items[0][0] * value), value)]
                run.scale, run.weak, run.fraction, run.share = value, False, False, run.items[0][0]
            elif run.share and value < run.items[-2][1]:  # "one billion and three quarters million"
                run.items[-1] = (whole(run.share * value), 0)
            run.end = match.end()
            return
        if kind != ARTICLE and match.group(1) not in lex.of:
            return
        at = match.end()


def _links(gap: str, lex: Lexicon) -> bool:
    """Whether what stands between a whole number and a fraction makes them one: "and", in Dutch nothing."""
    return (gap == " " and lex.tens_last) or (gap != gap.strip() and gap.strip() in lex.mixed)


def _is_share(text: str, article: Run, run: Run, lex: Lexicon) -> bool:
    """Whether "a fifth" is a part, and not the fifth of a row: "of" or a percent follows, or nothing else is said."""
    if run.end >= len(text) or text[run.end] == "\n":
        return article.start == 0 or text[article.start - 1] == "\n"
    match = _WORD_AFTER.match(text, run.end)
    if match and (match.group(1) in lex.of or match.group(1) in lex.parts or match.group(1) in lex.share_more):
        return True
    if lex.share_by and (match is None or match.group(1) in lex.share_ends) and _said_by(text, article.start, lex):
        return True
    return lex.percent.after(text, run.end + 1) is not None


def _said_by(text: str, start: int, lex: Lexicon) -> bool:
    """Whether "by a third" or "by almost a third" says how far something moved."""
    bound = lex.bound_before.before(text, start)
    at = bound[0] if bound else start
    return any(word in lex.share_by for word in text[max(0, at - 8) : at].split()[-1:])


def _mix(held: list[Run], text: str, lex: Lexicon) -> None:
    """ "five and a quarter", "six millions et deux tiers", "drie een vijfde"."""
    first, part = held[-2:]
    gap = text[first.end : part.start]
    if not _links(gap, lex) or (gap == " " and (first.digits or first.article)):
        return
    if first.ordinal or first.fraction or first.below or not (first.counted or first.text in lex.ones):
        return
    match = _WORD_AFTER.match(text, part.end)
    if not isinstance(first.value, int) or (match and match.group(1) in lex.of):
        return
    last = first.items[-1][1]
    if part.fraction and 0 < part.value < 1:
        value = part.value * (last if last >= 1000 else 1)
    elif part.share and part.start > first.start and part.value < last:  # "a billion and a quarter million"
        value = part.value
    else:
        return
    first.items = [(whole(first.value + value), 0)]
    first.end, first.weak, first.article, first.others, first.counted = part.end, False, False, (), True
    held[-2:] = [first]
