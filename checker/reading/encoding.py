"""Bytes to text: byte-order marks, what the page declares, UTF-8, and legacy encodings told apart by what they say.

UTF-8 is never guessed at: a text that is UTF-8 but for a few bad bytes is refused with the place of the first one.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from retold.checker.detect import frequent_words
from retold.checker.errors import UnreadableInput

SAMPLE = 20_000
"""Bytes, from shortly before the first one beyond ASCII, that a legacy encoding is told by."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip

_META = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_META_WINDOW = 4096

_AS_BROWSERS_READ = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "tis-620": "cp874", "iso8859-11": "cp874",
}  # fmt: skip
"""Declared names stand for their supersets (WHATWG Encoding Standard)."""

_LATIN = ("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257")
_OTHER = ("cp1251", "koi8_r", "koi8_u", "cp1253", "cp1255", "cp1256")
_GUESSED = (*_LATIN, *_OTHER, "cp874", "cp949", "cp932", "euc_jp", "big5", "gb18030")

_LETTERS = {
    "de": "äöüßéáàèç", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíñóúü", "it": "àèéìíîòóùú", "pt": "áàâãçéêíóôõúü",
    "nl": "éëïöüèêáóíç", "sv": "åäöé", "da": "æøåéö", "no": "æøåéòô", "fi": "äöåšž", "ca": "àçéèíïóòúü",
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "hr": "čćđšž",
    "sl": "čšž", "gl": "áéíñóúü", "ro": "ăâîșțşţ", "tr": "çğıöşüâîûİ", "lt": "ąčęėįšųūž",
    "en": "éèêëáàâäãåçñóòôöõøíìîïúùûüæœß",
    "af": "éèêëîïôûáóíú", "id": "éèêëáàäöü", "sq": "ëçé",
}  # fmt: skip
"""Letters beyond ASCII of languages in Latin script (after CLDR's exemplar characters)."""

_TYPOGRAPHY = frozenset("“”„‘’‚«»‹›–—…•·°§©®™€£¥¢¿¡ªº²³½¼¾±×µ†‰\u00a0\u00ad")
_WORD = re.compile(r"[^\W\d_]+")
_HIGH = re.compile(rb"[\x80-\xff]")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes, name: str, *, declared: bool = False) -> str:
    """The text of a file's bytes; `declared` says to heed what an HTML or XML head declares.

    Raises UnreadableInput for binary data and for bytes that no encoding explains.
    """
    for bom, marked in _BOMS:
        if data.startswith(bom):
            return _strictly(data, marked, name)
    if b"\x1b$" in data[:SAMPLE]:
        try:
            return data.decode("iso2022_jp")
        except UnicodeDecodeError:
            pass
    if b"\x00" in data:
        return _with_nulls(data, name)
    if declared and (encoding := _declared(data)):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error, name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        label = encoding.removesuffix("-sig").upper()
        raise UnreadableInput(
            f"{name} starts as {label} but byte {error.start} is not valid {label}: save it as UTF-8"
        ) from None


def _with_nulls(data: bytes, name: str) -> str:
    """UTF-16 without its mark has a NUL in nearly every other byte; anything else with NULs is no text."""
    head = data[:SAMPLE]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    for many, few, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if many > 0.3 * half and few == 0:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                break
    raise UnreadableInput(
        f"{name} is not text: it holds a NUL byte at byte {data.index(0)}; give a text, HTML, Markdown or DOCX file"
        " (a text in UTF-16 without its mark: save it as UTF-8)"
    )


def _declared(data: bytes) -> str | None:
    match = _META.search(data, 0, _META_WINDOW)
    if match is None:
        return None
    try:
        codec = codecs.lookup((match[1] or match[2]).decode("ascii", "ignore"))
    except LookupError:
        return None
    if not codec._is_text_encoding or codec.name.startswith(
        ("utf-16", "utf-32", "utf-7", "idna", "punycode", "raw", "unicode")
    ):
        return None
    return _AS_BROWSERS_READ.get(codec.name, codec.name)


def _legacy(data: bytes, error: UnicodeDecodeError, name: str) -> str:
    """The text in the legacy encoding that explains it best."""
    sample = _sample(data)
    valid, bad = _sequences(sample)
    if valid >= bad:
        raise UnreadableInput(
            f"{name} is UTF-8 except for some bytes, the first at byte {error.start}: convert it to UTF-8 anew"
        )
    for encoding in _ranked(sample):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableInput(
        f"{name} is not valid UTF-8 at byte {error.start}, and no other encoding fits: convert it to UTF-8"
    )


def _sample(data: bytes) -> bytes:
    """Bytes around the first ones beyond ASCII, cut at white space so that no character is cut."""
    first = _HIGH.search(data)
    start = max(0, (first.start() if first else 0) - SAMPLE // 4)
    sample = data[start : start + SAMPLE]
    if start + SAMPLE < len(data):
        sample = sample[: max(sample.rfind(b"\n"), sample.rfind(b" ")) + 1] or sample
    return sample


def _sequences(sample: bytes) -> tuple[int, int]:
    """How many well-formed UTF-8 sequences there are beyond ASCII, and how many bytes that belong to none."""
    rest, valid = _SEQUENCE.subn(b"", sample)
    return valid, len(_HIGH.findall(rest))


def _ranked(sample: bytes) -> list[str]:
    """Encodings that explain the sample, best first; empty when none does."""
    decoded = {encoding: text for encoding in _GUESSED if (text := _try(sample, encoding)) is not None}
    latin = [(_latin_fit(decoded[e]), -place, e) for place, e in enumerate(_LATIN) if e in decoded]
    if fitting := sorted((item for item in latin if item[0] > 0.5), reverse=True):
        return [encoding for _, _, encoding in fitting]
    other = [(_share(decoded[e])[1] * _calm(decoded[e]), -place, e) for place, e in enumerate(_OTHER) if e in decoded]
    spoken = sorted((item for item in other if item[0] > 0.08 and _is_plausible(decoded[item[2]])), reverse=True)
    if spoken:
        return [encoding for _, _, encoding in spoken]
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_GUESSED)).best()
    if best is None or best.encoding not in decoded or not _is_plausible(decoded[best.encoding]):
        return []
    return [best.encoding]


def _try(sample: bytes, encoding: str) -> str | None:
    try:
        return sample.decode(encoding)
    except UnicodeDecodeError:
        return None


def _share(text: str) -> tuple[str, float]:
    """The language whose frequent words are the most in a text, and their share of its words."""
    words = _WORD.findall(text.lower())
    found = frequent_words(words)
    return (found[0][0], found[0][1] / len(words)) if found else ("", 0.0)


def _calm(text: str) -> float:
    """Share of small letters among those with case: KOI8 read as Windows-1251 has them the other way round."""
    small, large = sum(map(str.islower, text)), sum(map(str.isupper, text))
    return small / (small + large) if small + large else 1.0


def _latin_fit(text: str) -> float:
    """How well a text decoded as Latin reads (0-1): its words tell the language, its letters the encoding."""
    code, share = _share(text)
    letters = _LETTERS.get(code)
    plain = sum(1 for c in text if c.isascii() and c.isalpha())
    if letters is None or share < 0.06 or plain < 0.6 * sum(map(str.isalpha, text)):
        return 0.0
    marks = [_weight(text, place, letters) for place, character in enumerate(text) if character > "\x7f"]
    return sum(marks) / len(marks) if marks else 0.0


def _weight(text: str, place: int, letters: str) -> float:
    character = text[place]
    if character.isalpha():
        inside = text[max(0, place - 1) : place + 2].strip(character)
        if character.lower() in letters:
            return 1.0 if inside[:1].isalpha() or inside[-1:].isalpha() or character in "àáéèóúíÀÉÈ" else 0.3
        return 0.45 if inside.isalpha() else 0.0
    return 0.9 if character in _TYPOGRAPHY else 0.0


def _is_plausible(text: str) -> bool:
    """Whether a text decoded as another script is words in that script, no salad of signs and wild capitals."""
    high = [character for character in text if character > "\x7f"]
    foreign = sum(1 for c in high if c > "\u036f" and c not in _TYPOGRAPHY and (c.isalpha() or _is_sign(c)))
    plain = sum(1 for c in text if c.isascii() and c.isalpha())
    typography = sum(1 for c in high if c in _TYPOGRAPHY)
    if foreign < 0.3 * (foreign + plain) or foreign + typography < 0.95 * len(high):
        return False
    words = [word for word in _WORD.findall(text) if len(word) > 1 and min(word) > "\x7f"]
    wild = sum(1 for word in words if not word.isupper() and word[1:] != word[1:].lower())
    return wild <= 0.1 * len(words)


def _is_sign(character: str) -> bool:
    """Vowel signs and the punctuation of East Asia."""
    return unicodedata.category(character)[0] == "M" or "\u3000" <= character <= "\u303f" or character >= "\uff00"
