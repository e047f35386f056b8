"""Numbers put together from digits and words: "5.5 million", "deux cent mille", "half a million".

One pass over the text finds the atoms (digit strings and words of the lexicon); atoms that stand together are added up
as the language adds them (`number_sums`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from retold.checker.mentions import number_fractions, number_points
from retold.checker.mentions.number_digits import VULGAR, read, read_power, share
from retold.checker.mentions.number_fractions import FAR, divides
from retold.checker.mentions.number_lexicon import (
    ARTICLE,
    CARDINAL,
    DENOMINATOR,
    FRACTION,
    ORDINAL,
    SCALE,
    Lexicon,
    Value,
)
from retold.checker.mentions.number_lexicon import DIGITS as DIGIT
from retold.checker.mentions.number_points import alone
from retold.checker.mentions.number_scan import WORD, tokens
from retold.checker.mentions.number_sums import Atom, Run, add, begin

_LONGEST = 30
"""Letters of the longest word that a compound is made of."""
_WORD_AFTER = re.compile(rf"[ -]?({WORD})")
_SMALL_AFTER = re.compile(rf" ({WORD}|[0-9]{{1,2}}(?![.,]?[0-9%]))")


def runs(text: str, lex: Lexicon) -> Iterator[Run]:
    """The numbers of a folded text, in order; digit strings that are no number (versions, lists) are left out."""
    for run in number_points.joined(number_fractions.joined(_built(text, lex), text, lex), text, lex):
        if _complete(run, text, lex):
            yield run


def _built(text: str, lex: Lexicon) -> Iterator[Run]:
    """What the atoms add up to, complete or not."""
    pending: Run | None = None
    article: Atom | None = None
    for atom in _atoms(text, lex):
        if article is not None:
            pending = begin(article, lex) if atom.start - article.end <= FAR else None  # seldom: an "a" is a word
            article = None
        if pending is not None:
            if _near(text, pending, atom, lex) and _add(pending, atom, text, lex):
                continue
            if pending.below or not pending.article or atom.start - pending.end <= FAR or pending.text in lex.ones:
                yield pending
            pending = None
        if atom.kind == ARTICLE and atom.word not in lex.ones:
            article = atom
        else:
            pending = begin(atom, lex)
    if article is not None:
        pending = begin(article, lex)
    if pending is not None:
        yield pending


def _atoms(text: str, lex: Lexicon) -> Iterator[Atom]:
    words, compound = lex.words, lex.compound
    last: Atom | None = None
    done = 0
    for start, token in tokens(text, lex):
        if start < done:  # found twice, or the exponent of 1e9
            continue
        done = start + len(token)
        entry = words.get(token)
        if entry is not None:
            atom = Atom(start, done, *entry, (), token)
            joined = _joined(text, last, atom, lex)
            if joined is not None and last is not None:
                last.end, last.word = atom.end, joined
                last.kind, last.value = words[joined]
                continue
            if last is not None:
                yield last
            last = atom
        elif token[0] <= "9" or token in VULGAR:
            if last is not None:
                yield last
                last = None
            yield from _digit_atoms(start, token, text, lex)
        elif compound is not None and lex.compound_length <= len(token) < 100 and compound(token):
            if last is not None:
                yield last
            last = _compound(start, token, lex)
        elif lex.prefixes or (lex.signs is not None and lex.signs.search(token)):
            if last is not None:
                yield last
            last = _prefixed(start, token, lex)
    if last is not None:
        yield last


def _joined(text: str, last: Atom | None, atom: Atom, lex: Lexicon) -> str | None:
    """The lexicon's word made of two atoms ("quatre-vingt"), if they stand together."""
    if last is None or atom.start - last.end != 1 or text[last.end] not in " -":
        return None
    word = f"{last.word}-{atom.word}"
    return word if word in lex.words else None


def _digit_atoms(start: int, token: str, text: str, lex: Lexicon) -> Iterator[Atom]:
    if token in VULGAR:
        yield Atom(start, start + 1, FRACTION, VULGAR[token], (), token)
        return
    if "/" in token:
        above, _, below = token.partition("/")
        signed = text[start - 1 : start] == "-" and (start == 1 or text[start - 2].isspace())
        if (
            below.isdigit()
            and above.isdigit()
            and 0 < int(below) <= 16
            and 0 < int(above) < (99 if signed else int(below))
        ):
            yield Atom(start, start + len(token), FRACTION, share(int(above), int(below)), (), token)
        return
    reading = read_power(token, lex.decimal) if "e" in token or "^" in token else read(token, lex.decimal)
    if reading is not None:
        yield Atom(start, start + len(token), DIGIT, reading[0], reading[1], token)


def _compound(start: int, token: str, lex: Lexicon) -> Atom | None:
    """A number written as one word ("zehntausend", "duecentomila"), None when other letters are left over."""
    run, below, word = Run(start, start), 0, ""
    for word in _parts(token, lex):
        entry = lex.compound_words[word]
        if entry is None:  # the language's "and"
            continue
        if below:
            return None
        if entry[0] == DENOMINATOR and run.items:  # "veinticincoavos", "dreiunddreißigstel"
            below = int(run.value if entry[1] == 1 else run.value + entry[1])
            continue
        part = Atom(start, start, CARDINAL if entry[0] == ARTICLE else entry[0], entry[1], (), word)
        if not run.items:
            run = begin(part, lex)
        elif not add(run, part, True, lex):
            return None
    if not run.items:
        return None
    kind = DENOMINATOR if below else ORDINAL if run.ordinal else CARDINAL
    if kind == ORDINAL and word in lex.denominators:  # "doscientosmilésimos"
        below = int(run.value)
    return Atom(start, start + len(token), kind, below or run.value, (), token, below)


def _parts(token: str, lex: Lexicon) -> list[str]:
    """The number words that a compound is made of, the longest that fit; none when letters are left over."""
    found: list[str] = []
    dead: set[int] = set()
    place = 0
    while place < len(token):
        ends = range(min(len(token), place + _LONGEST), place, -1)
        word = next((token[place:at] for at in ends if at not in dead and token[place:at] in lex.compound_words), "")
        if word:
            found.append(word)
            place += len(word)
        elif found:  # "viert" and "ausend": try "vier"
            dead.add(place)
            place -= len(found.pop())
        else:
            return []
    return found


def _prefixed(start: int, token: str, lex: Lexicon) -> Atom | None:
    """A number word behind a written-on particle ("وعشرون", "المئة"), or one with signs that are mostly left out."""
    signs = lex.signs
    if signs is not None and signs.search(token):
        plain = signs.sub("", token)
        entry = lex.words.get(plain)
        atom = Atom(0, len(plain), *entry, (), plain) if entry else _prefixed(0, plain, lex) if plain else None
        if atom is not None:
            places = [place for place, char in enumerate(token) if not signs.match(char)]
            atom.start, atom.end = start + places[atom.start], start + len(token)
        return atom
    for length in lex.prefix_lengths:
        if token[:length] in lex.prefix_set and len(token) - length >= 2:
            entry = lex.words.get(token[length:])
            if entry is not None:
                return Atom(start + length, start + len(token), *entry, (), token[length:])
    return None


def _near(text: str, run: Run, atom: Atom, lex: Lexicon) -> bool:
    gap = atom.start - run.end
    if gap == 2 and lex.comma_joins and run.scale >= 1000 and text.startswith(", ", run.end):
        whole = not (run.digits or run.share or isinstance(run.coefficient, Decimal))
        return whole and atom.kind == CARDINAL and _scaled(text, atom.end, run.scale, lex)
    if gap > 8 or run.below or (run.ordinal and not lex.reversed and (atom.kind != ORDINAL or gap != 1)):
        return False
    return gap == 0 or _glue(text[run.end : atom.start], lex) is not None


def _scaled(text: str, at: int, below: Value, lex: Lexicon) -> bool:
    """Whether a smaller scale follows: the "hundred" of "two thousand, one hundred"."""
    for _ in range(3):
        match = _WORD_AFTER.match(text, at)
        kind, value = lex.words.get(match.group(1), ("", 0)) if match else ("", 0)
        if match is None or kind != CARDINAL:
            return kind == SCALE and 100 <= value < below
        at = match.end()
    return False


def _glue(between: str, lex: Lexicon) -> str | None:
    """ "" for spaces and hyphens, the word for "and"; None when the atoms do not belong together."""
    word = between.strip(" -") if "--" not in between else between
    if word == "" or word == ".":
        return word if len(between) <= 3 and not (word == "." and between.startswith(" ")) else None
    return word if word in lex.glue and between != word + " " else None


def _add(run: Run, atom: Atom, text: str, lex: Lexicon) -> bool:
    glue = _glue(text[run.end : atom.start], lex) if atom.start > run.end else ""
    if glue == "." and (atom.kind != SCALE or not run.digits):
        return False
    if glue and glue != "." and (run.items[-1][0] < lex.and_after or _again(run, atom, text, lex)):
        return False
    hyphen = "-" in text[run.end : atom.start]
    if atom.kind == ARTICLE and not run.fraction:
        # "two and a half" waits for its half; "vingt et un" ends in one.
        following = _WORD_AFTER.match(text, atom.end)
        half = following is not None and lex.words.get(following.group(1), ("",))[0] == FRACTION
        if glue and half:
            run.end, run.article = atom.end, run.article and run.text not in lex.ones
            return True
        hundreds = run.counted and run.items[-1][1] == 100 and _goes_with(text, run, atom, lex)
        last = 20 <= run.items[-1][0] < 100 and following is None  # "trettio en"
        if half or not (glue or hyphen or hundreds or last or not lex.glue) or atom.word not in lex.ones:
            return False
        atom.kind = CARDINAL
    below = atom.kind == DENOMINATOR or atom.word in lex.denominators or atom.below
    more = atom.kind == SCALE and run.digits and _goes_on(text, atom.end, lex)
    if below and lex.formed_denominators:
        done = divides(run, atom, bool(glue), hyphen, lex) or (
            atom.kind != DENOMINATOR and add(run, atom, bool(glue), lex, hyphen, more)
        )
    else:  # the denominators of other languages are ordinals too ("две пятых", "двадцать пятый")
        done = atom.kind != DENOMINATOR and add(run, atom, bool(glue), lex, hyphen, more)
        done = done or (bool(below) and divides(run, atom, bool(glue), hyphen, lex))
    if done:
        run.end = atom.end
    return done


def _goes_with(text: str, run: Run, one: Atom, lex: Lexicon) -> bool:
    """Whether a "one" belongs to the hundred before it ("deux cent un"), not to "diez por ciento un año después"."""
    before = text[max(0, run.start - 8) : run.start].split()
    percent = before and lex.percent.find(f"{before[-1]} {text[run.start : run.end]}") is not None
    return not percent and (lex.age_units.after(text, one.end + 1) or ("", ""))[1] != "year"


def _again(run: Run, atom: Atom, text: str, lex: Lexicon) -> bool:
    """Whether the scale that the run ends in follows again: "300 and 200" are two numbers in words too."""
    following = _WORD_AFTER.match(text, atom.end)
    entry = lex.words.get(following.group(1)) if following else None
    return entry is not None and entry[0] == SCALE and 100 <= entry[1] == run.items[-1][1]


def _goes_on(text: str, at: int, lex: Lexicon) -> bool:
    """Whether a number below a hundred follows: "3 cent un", "3 cents et 21"."""
    match = _SMALL_AFTER.match(text, at)
    if match and match.group(1) in lex.glue:
        match = _SMALL_AFTER.match(text, match.end())
    if match is None:
        return False
    if match.group(1).isdigit():  # "3 cents et 2 cents" are two sums
        following = _WORD_AFTER.match(text, match.end())
        return following is None or following.group(1) not in lex.words
    kind, value = lex.words.get(match.group(1), ("", 0))
    return kind in (CARDINAL, ARTICLE) and value < 100


def _complete(run: Run, text: str, lex: Lexicon) -> bool:
    """Whether a run is a number of its own: no bare article, no vague "thousands of", "a few hundred"."""
    if run.article:
        return run.text in lex.ones and (_measured(run, text, lex) or alone(text, run.start, run.end))
    if not run.counted:
        return run.scale > 1 and alone(text, run.start, run.end)
    if run.scale > 1 and run.coefficient == run.scale and not run.digits and not run.ordinal:
        before = text[max(0, run.start - 24) : run.start].split()
        return not (before and before[-1] in lex.vague)
    return True


def _measured(run: Run, text: str, lex: Lexicon) -> bool:
    """Whether a unit or currency follows ("ein Euro", "una milla") or a minus stands before ("eksi bir")."""
    at = run.end + 1
    if text[run.end : at] == " " and (lex.units.after(text, at) or lex.currencies.after(text, at)):
        return True
    return lex.minus.before(text, run.start) is not None
