"""How the parts of a number add up: scales multiply what stands before them, small parts fill the room of large ones.

Twenty leaves room for 1-9, a hundred for 1-99, a thousand for 1-999; a language may say otherwise (soixante leaves room
for 1-19) or put the units first (Arabic, "three and twenty").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from retold.checker.mentions.number_digits import share
from retold.checker.mentions.number_lexicon import (
    ARTICLE,
    CARDINAL,
    DENOMINATOR,
    DIVISOR,
    FRACTION,
    ORDINAL,
    SCALE,
    SHIFT,
    Lexicon,
    Value,
)
from retold.checker.mentions.number_lexicon import DIGITS as DIGIT


@dataclass(slots=True)
class Atom:
    """A digit string or a number word, by its place in the folded text."""

    start: int
    end: int
    kind: str
    value: Value
    others: tuple[Value, ...] = ()
    word: str = ""
    below: Value = 0
    """What it divides by, when it is a denominator in one word ("dreiunddreißigstel")."""


@dataclass(slots=True)
class Run:
    """A number as written, from one or more atoms. `items` holds its parts as [value, room].

    below, hyphen: a denominator that ended the run, and whether a hyphen tied it on.
    split: how many of the items stand before the last "and". share: a fraction that was added last.
    """

    start: int
    end: int
    items: list[tuple[Value, Value]] = field(default_factory=list)
    digits: bool = False
    ordinal: bool = False
    fraction: bool = False
    article: bool = False
    weak: bool = True
    others: tuple[Value, ...] = ()
    coefficient: Value = 0
    scale: Value = 1
    text: str = ""
    counted: bool = False
    below: int = 0
    hyphen: bool = False
    split: int = 0
    share: Value = 0
    shift: Value = 0
    over: Value = 0
    unit: str = ""
    high: Value | None = None

    @property
    def value(self) -> Value:
        if len(self.items) == 1 and isinstance(self.items[0][0], int):
            return self.items[0][0]
        total = sum((Decimal(value) if isinstance(value, Decimal) else value for value, _ in self.items), 0)
        return int(total) if isinstance(total, Decimal) and total == total.to_integral_value() else total


def begin(atom: Atom, lex: Lexicon) -> Run:
    run = Run(atom.start, atom.end, text=atom.word)
    if atom.kind == ARTICLE:  # most often nothing follows
        run.items.append((1, 0))
        run.article, run.coefficient, run.counted = True, 1, True
        return run
    if atom.kind == DENOMINATOR:  # "quarter million", or nothing
        run.items.append((share(1, atom.value), 0))
        run.fraction = True
        return run
    if atom.kind == SHIFT:  # "सवा लाख" is 1.25 lakh, "सवा दो लाख" 2.25
        run.shift, atom.value = atom.value, 1 + atom.value
    if atom.kind == DIVISOR:
        run.over = int(atom.value)
    # "المائة وثلاثة" is the hundred and third
    roomy = atom.kind in (CARDINAL, SCALE) or (lex.reversed and atom.kind == ORDINAL and atom.value >= 100)
    run.items.append((atom.value, room(atom.value, lex) if roomy else 0))
    run.digits = atom.kind == DIGIT
    run.ordinal = atom.kind == ORDINAL
    run.fraction = atom.kind == FRACTION
    run.weak = atom.kind == FRACTION or atom.word in lex.weak
    run.others = atom.others
    run.coefficient = atom.value
    run.counted = atom.kind not in (SCALE, SHIFT, DIVISOR) or atom.word in lex.solo
    run.scale = atom.value if atom.kind == SCALE else 1
    return run


@lru_cache(maxsize=4096)
def power(value: Value) -> Value:
    """The largest power of ten that divides a whole number: the room it leaves for smaller ones."""
    room = 1
    while value and value % (room * 10) == 0:
        room *= 10
    return room


def room(value: Value, lex: Lexicon) -> Value:
    if isinstance(value, Decimal) or value == 0:
        return 0
    return lex.rooms.get(value) or power(value)


def add(run: Run, atom: Atom, joined: bool, lex: Lexicon, hyphen: bool = False, more: bool = False) -> bool:
    """Add an atom to a run as the language does; False when it starts another number.

    `joined` tells that an "and" stands between, `hyphen` a hyphen, `more` that a number below a hundred follows.
    """
    if run.shift and _shift(run, atom, joined):
        return True
    if run.over:
        return _divide(run, atom, joined)
    value, free = run.items[-1]
    if atom.kind == CARDINAL and 0 < atom.value < 1 and not joined:  # "bir buçuk", "5 buçuk"
        run.article = False
        return _add_fraction(run, atom)
    if atom.kind == ARTICLE:  # "half a million": the scale that follows will multiply
        return run.fraction and not joined
    if atom.kind == SCALE:
        return _multiply(run, atom, joined, more, lex)
    if atom.kind == FRACTION:
        return (joined or atom.word not in lex.denominators) and _add_fraction(run, atom)
    if run.fraction or atom.value == 0 or (run.article and not 0 < atom.value < 1):
        return False
    if lex.reversed and value == 10 and free == 10:  # "between ten and five": fifteen puts the five first
        return False
    run.article = False
    whole = len(run.items) == 1 or run.items[-2][1] >= 100
    if lex.reversed and not joined and atom.value == 10 and whole and 0 < value < 10:  # three ten: 13
        run.items.append((10, 0))
        run.weak, run.counted = False, True
        return True
    if atom.kind == ORDINAL:
        done = _add_ordinal(run, atom, joined, joined or hyphen, lex)
        if done is not None:
            return done
    tens = lex.reversed and joined and 0 < value < 10 and 20 <= atom.value < 100 and free <= 1
    more_of = run.ordinal and lex.reversed and joined and value >= 100  # "المائة وثلاثة وسبعون"
    if (run.ordinal and not (tens or more_of)) or (run.digits and atom.kind == ORDINAL):  # "the 300 first buyers"
        return False
    if atom.kind == DIGIT:
        hundreds = run.digits and free == 100  # "3 hundred and 21"
        if hyphen or not (hundreds or (run.scale > 100 and not joined)) or atom.value != int(atom.value):
            return False
    if not tens and not (0 < atom.value < free and (atom.kind == DIGIT or not run.digits or run.scale > 1)):
        return False
    if lex.tens_last and atom.kind == CARDINAL and not (joined or hyphen) and value < 100:
        return False  # "twintig drie" are two numbers
    if joined and not (20 <= value < 100 and atom.value in lex.tens_and):
        run.split = len(run.items)
    run.items.append((atom.value, room(atom.value, lex) if atom.kind == CARDINAL else 0))
    run.ordinal = run.ordinal or atom.kind == ORDINAL
    run.weak, run.others, run.counted = False, (), True
    return True


def _divide(run: Run, atom: Atom, joined: bool) -> bool:
    """Divide the number after "üçte" or "beşte" by three or five."""
    over, run.over = run.over, 0
    if joined or atom.kind not in (CARDINAL, DIGIT) or not 0 < atom.value < over:
        return False
    run.items, run.fraction, run.counted = [(share(atom.value, over), 0)], True, True
    return True


def _shift(run: Run, atom: Atom, joined: bool) -> bool:
    """Move the number after "साढ़े" or "पौने" by a half or a quarter."""
    shift, run.shift = run.shift, 0
    run.counted = run.counted or atom.kind == SCALE
    if joined or atom.kind not in (CARDINAL, DIGIT) or not 0 < atom.value < 100:
        return False
    run.items, run.coefficient = [(atom.value + shift, 0)], atom.value + shift
    run.digits, run.weak, run.counted = atom.kind == DIGIT, False, True
    return True


def _add_ordinal(run: Run, atom: Atom, joined: bool, tied: bool, lex: Lexicon) -> bool | None:
    """Add an ordinal to what an ordinal or a number began; None when it is added as any number is."""
    value = run.items[-1][0]
    if run.ordinal:  # vigésima quinta, milésimo tricentésimo, "المئة والخامسة والعشرون"
        if lex.reversed and tied and 0 < value < 10 and 20 <= atom.value < 100:
            return None
        if (tied and not (lex.reversed and value >= 100)) or not 0 < atom.value < power(value):
            return False
        run.items.append((atom.value, 0))
        return True
    if lex.reversed and value >= 100 and not tied:  # "the first million"
        return False
    if run.digits or lex.reversed or isinstance(atom.value, Decimal):
        return None
    if lex.joined_ordinals and not tied and atom.value < 1000 and value < 1000:  # "twintig vijfde" are four
        return False
    if run.value == 1 and not joined and lex.ordinal_parts:  # "one thousandth" is a part
        return False
    if atom.value < 100 or power(atom.value) != atom.value or not 0 < value < atom.value:
        return None
    small: Value = 0
    while run.items and run.items[-1][0] < atom.value:  # two hundredth, trecentomillesimo, tres mil millonésimo
        small += run.items.pop()[0]
    run.items.append((small * atom.value, 0))
    run.ordinal, run.weak, run.counted = True, False, True
    return True


def _add_fraction(run: Run, atom: Atom) -> bool:
    """ "two and a half", "3½"."""
    if run.article or run.fraction or isinstance(run.value, Decimal):
        return False
    free = run.items[-1][1]
    run.items.append((atom.value * free if free >= 1000 else atom.value, 0))  # "un millón y medio"
    run.share, run.weak = atom.value, False
    return True


def _multiply(run: Run, atom: Atom, joined: bool, more: bool, lex: Lexicon) -> bool:
    scale = atom.value
    if run.share and len(run.items) > 1 and 1000 <= scale < run.items[-2][1]:  # one billion and a half million
        run.items[-1], run.share = (run.share * scale, 0), 0
        return True
    tens = power(scale) == scale
    if run.items[-1][0] >= scale and not run.digits and tens:  # "tausend hundert", "mille cent": a smaller part
        if not (scale <= run.items[-1][1] and scale >= 100) or (joined and scale > 100):
            return False
        run.items.append((scale, scale))
        return True
    small: Value = 0
    if (run.digits and len(run.items) == 1 and run.scale == 1) or not tens:  # 322 hundred, 200 dozens
        small = sum(value for value, _ in run.items[run.split :])
        del run.items[run.split :]
    while run.items and run.items[-1][0] < scale:
        small += run.items.pop()[0]
    if small == 0 or (joined and run.digits and run.scale == 1):
        return _restore(run, small)
    if scale == 100 and (
        (small > 99 and not run.digits)
        or ((small > 19 or (run.digits and run.scale == 1)) and not more and lex.currencies.find(atom.word))
    ):
        return _restore(run, small)  # "80 cents" are no hundreds, but "3 cent un" are
    product = small * scale
    if isinstance(product, Decimal) and product == product.to_integral_value():
        product = int(product)
    run.items.append((product, scale))
    run.others = tuple(other * scale for other in run.others)
    run.scale, run.split = max(run.scale, scale), 0
    run.weak, run.article, run.fraction = False, False, False
    run.counted = run.counted or run.text not in lex.rough  # "сотни тысяч" are vague
    return True


def _restore(run: Run, small: Value) -> bool:
    if small:
        run.items.append((small, 1))
    return False
