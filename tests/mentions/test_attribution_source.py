"""Who a source is, in codes that are the same in every language."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import article

from retold.checker import mentions
from retold.checker.mentions.attribution import Attribution
from retold.checker.mentions.attribution_source import Source, source_of

OFFICIALS = {"roles": ["intelligence"], "regions": ["West"], "people": 2, "plural": True, "anonymous": True}


def described(text: str, lang: str) -> list[Source]:
    told = article(text, lang)
    found = (source_of(told, m) for m in mentions.of(told, "attribution") if isinstance(m, Attribution))
    return [source for source in found if source is not None]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Two unnamed Western intelligence officials told reporters that the port was closed."),
        ("de", "Zwei namentlich nicht genannte westliche Geheimdienstler sagten, dass der Hafen gesperrt sei."),
        ("ko", "익명을 요구한 서방 정보 당국자 두 명은 항구가 폐쇄됐다고 말했다."),
        ("ja", "匿名の西側情報当局者2人は、港が閉鎖されたと述べた。"),
        ("zh", "两名不愿透露姓名的西方情报官员表示，港口已关闭。"),
    ],
)
def test_two_unnamed_western_intelligence_officials(lang: str, text: str) -> None:
    assert OFFICIALS in [source.to_dict() for source in described(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "A senior US official said the port was closed.", ("official", "senior", "US", 1)),
        ("de", "Ein hochrangiger US-Beamter sagte, dass der Hafen gesperrt sei.", ("official", "senior", "US", 1)),
        ("it", "Un alto funzionario americano ha detto che il porto è chiuso.", ("official", "senior", "US", 1)),
        ("nl", "Een voormalige Franse minister zei dat de haven gesloten is.", ("minister", "former", "FR", 1)),
        ("fr", "Deux anciens ministres italiens ont déclaré que le port était fermé.", ("minister", "former", "IT", 2)),
        ("es", "Un exministro ucraniano dijo que el puerto estaba cerrado.", ("minister", "former", "UA", 1)),
        ("pl", "Dwóch byłych ministrów powiedziało, że port jest zamknięty.", ("minister", "former", "", 2)),
        ("uk", "Колишній міністр заявив, що порт закрито.", ("minister", "former", "", None)),
        ("ru", "Двое высокопоставленных чиновников США заявили, что порт закрыт.", ("official", "senior", "US", 2)),
        ("pt", "Três especialistas disseram que o porto está fechado.", ("expert", "", "", 3)),
        ("ja", "元米国防長官は、港が閉鎖されたと述べた。", ("minister", "former", "US", None)),
        ("zh", "前美国官员表示，港口已关闭。", ("official", "former", "US", None)),
        ("ar", "وقال مسؤول كوري جنوبي كبير إن الميناء مغلق.", ("official", "senior", "KR", None)),
        ("hi", "दो अमेरिकी अधिकारियों ने कहा कि बंदरगाह बंद है।", ("official", "", "US", 2)),
    ],
)
def test_role_rank_region_and_number(lang: str, text: str, expected: tuple[str, str, str, int | None]) -> None:
    role, rank, region, people = expected
    source = described(text, lang)[0]
    assert role in source.roles
    assert source.ranks == (frozenset({rank}) if rank else frozenset())
    assert source.regions == (frozenset({region}) if region else frozenset())
    assert source.people == people


def test_name_is_kept_apart_from_office_and_no_name_is_a_region() -> None:
    source = described("Michael Jordan, a spokesman for the harbour, said the port was closed.", "de")
    assert all("JO" not in each.regions for each in source)
    source = described("Matthew Keller, a spokesman for the State Department, said the port was closed.", "en")
    assert (source[0].name, "spokesperson" in source[0].roles) == ("Matthew Keller", True)


def test_anonymity_may_stand_behind_the_verb() -> None:
    said = described("“It is closed,” an official said, speaking on condition of anonymity.", "en")
    assert said[0].anonymous


def test_what_the_source_says_of_others_does_not_make_it_anonymous() -> None:
    said = described("The minister said that an anonymous letter had reached the port.", "en")
    assert not said[0].anonymous


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="“”\"'«» \n.,;:abc Two officials said US ex-", min_size=1, max_size=120).filter(str.strip))
def test_any_text_is_read_the_same_twice(text: str) -> None:
    assert described(text, "en") == described(text, "en")
