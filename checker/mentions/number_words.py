"""Numbers put together from digits and words: "5.5 million", "deux cent mille", "half a million".

One pass over the text finds the atoms (digit strings and words of the lexicon); atoms that stand together are added up
as the language adds them (`number_sums`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.checker.mentions.number_digits import DIGITS, VULGAR, read, share
from retold.checker.mentions.number_lexicon import ARTICLE, CARDINAL, FRACTION, ORDINAL, SCALE, Lexicon
from retold.checker.mentions.number_lexicon import DIGITS as DIGIT
from retold.checker.mentions.number_sums import Atom, Run, add, begin

WORD = (
    r"[^\x00-\x60\x7b-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u060c\u061b\u061f\u06d4\u0964\u0965\u2000-\u2bff\u3000-\u303f]+"
)
_DIGIT_TOKEN = rf"{DIGITS}(?:/[0-9]+)*"
_TOKEN = re.compile(rf"{_DIGIT_TOKEN}|{WORD}|[{''.join(VULGAR)}]")
_TOKEN_APOSTROPHE = re.compile(rf"{_DIGIT_TOKEN}|{WORD}(?:'{WORD})?|[{''.join(VULGAR)}]")
_WORD_AFTER = re.compile(rf"[ -]?({WORD})")


def runs(text: str, lex: Lexicon) -> Iterator[Run]:
    """The numbers of a folded text, in order; digit strings that are no number (versions, lists) are left out."""
    pending: Run | None = None
    for atom in _atoms(text, lex):
        if pending is not None and _near(text, pending, atom, lex) and _add(pending, atom, text, lex):
            continue
        end = 0
        if pending is not None and _complete(pending, text, lex):
            yield pending
            end = pending.end  # "two thirds" has taken the next word along
        pending = begin(atom, lex) if atom.start >= end else None
    if pending is not None and _complete(pending, text, lex):
        yield pending


def _atoms(text: str, lex: Lexicon) -> Iterator[Atom]:
    words, compound = lex.words, lex.compound
    last: Atom | None = None
    for match in (_TOKEN_APOSTROPHE if lex.apostrophes else _TOKEN).finditer(text):
        token = match.group()
        entry = words.get(token)
        if entry is not None:
            atom = Atom(match.start(), match.end(), *entry, (), token)
            joined = _joined(text, last, atom, lex)
            if joined is not None and last is not None:
                last.end, last.word, last.value = atom.end, joined, words[joined][1]
                continue
            if last is not None:
                yield last
            last = atom
        elif token[0] <= "9" or token in VULGAR:
            if last is not None:
                yield last
                last = None
            yield from _digit_atoms(match.start(), token, lex)
        elif compound is not None and 6 < len(token) < 100 and compound.search(token):
            if last is not None:
                yield last
            last = _compound(match.start(), token, lex)
        elif lex.prefixes:
            if last is not None:
                yield last
            last = _prefixed(match.start(), token, lex)
    if last is not None:
        yield last


def _joined(text: str, last: Atom | None, atom: Atom, lex: Lexicon) -> str | None:
    """The lexicon's word made of two atoms ("quatre-vingt"), if they stand together."""
    if last is None or atom.start - last.end != 1 or text[last.end] not in " -":
        return None
    word = f"{last.word}-{atom.word}"
    return word if word in lex.words else None


def _digit_atoms(start: int, token: str, lex: Lexicon) -> Iterator[Atom]:
    if token in VULGAR:
        yield Atom(start, start + 1, FRACTION, VULGAR[token], (), token)
        return
    if "/" in token:
        above, _, below = token.partition("/")
        if below.isdigit() and above.isdigit() and 0 < int(above) < int(below) <= 16:
            yield Atom(start, start + len(token), FRACTION, share(int(above), int(below)), (), token)
        return
    reading = read(token, lex.decimal)
    if reading is not None:
        yield Atom(start, start + len(token), DIGIT, reading[0], reading[1], token)


def _compound(start: int, token: str, lex: Lexicon) -> Atom | None:
    """A number written as one word ("zehntausend", "duecentomila"), None when other letters are left over."""
    assert lex.compound_words is not None
    run, place = Run(start, start), 0
    while place < len(token):
        match = lex.compound_words.match(token, place)
        if not match:
            return None
        entry = lex.words.get(match.group())
        place = match.end()
        if entry is None:  # the language's "and"
            continue
        part = Atom(start, start, CARDINAL if entry[0] == ARTICLE else entry[0], entry[1], (), match.group())
        if not run.items:
            run = begin(part, lex)
        elif not add(run, part, True, lex):
            return None
    return Atom(start, start + len(token), ORDINAL if run.ordinal else CARDINAL, run.value, (), token)


def _prefixed(start: int, token: str, lex: Lexicon) -> Atom | None:
    """A number word behind a written-on particle ("وعشرون", "المئة")."""
    for prefix in lex.prefixes:
        if token.startswith(prefix) and len(token) - len(prefix) >= 2:
            entry = lex.words.get(token[len(prefix) :])
            if entry is not None:
                return Atom(start + len(prefix), start + len(token), *entry, (), token[len(prefix) :])
    return None


def _near(text: str, run: Run, atom: Atom, lex: Lexicon) -> bool:
    gap = atom.start - run.end
    if gap > 8 or (run.ordinal and not lex.reversed and (atom.kind != ORDINAL or gap != 1)):
        return False
    return gap == 0 or _glue(text[run.end : atom.start], lex) is not None


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
    hyphen = "-" in text[run.end : atom.start]
    if atom.kind == ARTICLE and not run.fraction:
        # "two and a half" waits for its half; "vingt et un" ends in one.
        following = _WORD_AFTER.match(text, atom.end)
        half = following is not None and lex.words.get(following.group(1), ("",))[0] == FRACTION
        if glue and half:
            run.end = atom.end
            return True
        if half or not (glue or hyphen or not lex.glue) or atom.word not in lex.ones:
            return False
        atom.kind = CARDINAL
    if not add(run, atom, bool(glue), lex, hyphen):
        return False
    run.end = atom.end
    return True


def _complete(run: Run, text: str, lex: Lexicon) -> bool:
    """Whether a run is a number of its own: no bare article, no vague "thousands of", "a few hundred"."""
    if run.article:
        return _denominator(run, text, lex) or (run.text in lex.ones and _measured(run, text, lex))
    if not run.counted:
        return False
    if not run.digits and not run.ordinal:
        _denominator(run, text, lex)
        if run.scale > 1 and run.coefficient == run.scale:
            before = text[max(0, run.start - 24) : run.start].split()
            return not (before and before[-1] in lex.vague)
    return True


def _measured(run: Run, text: str, lex: Lexicon) -> bool:
    """Whether a unit or currency follows: "ein Euro", "una milla"."""
    at = run.end + 1
    return text[run.end : at] == " " and bool(lex.units.after(text, at) or lex.currencies.after(text, at))


def _denominator(run: Run, text: str, lex: Lexicon) -> bool:
    """Make "two thirds" or "a third of" a fraction; whether it is one."""
    if not lex.denominators or run.digits or run.fraction or len(run.items) != 1:
        return False
    match = _WORD_AFTER.match(text, run.end)
    below = lex.denominators.get(match.group(1)) if match else None
    if match is None or below is None or not 0 < run.items[0][0] < below:
        return False
    if run.article and match.group(1) in lex.words:  # "a third of", never "a third official"
        following = _WORD_AFTER.match(text, match.end())
        if lex.of and (following is None or following.group(1) not in lex.of):
            return False
    run.items = [(share(run.items[0][0], below), 0)]
    run.end, run.fraction, run.article, run.weak = match.end(), True, False, True
    return True
