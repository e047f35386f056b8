"""What the date rules say beyond its cases: evidence, severity, confidence, and when it holds back."""

from __future__ import annotations

from retold.checker.compare import Comparison
from retold.checker.model import Article, Finding, Link, Segment
from retold.rules.date import DateAltered, TimeAltered


def article(lang: str, *lines: str, published: str | None = None) -> Article:
    segments, start = [], 0
    for index, line in enumerate(lines):
        segments.append(Segment(index, start, start + len(line), "body", index))
        start += len(line) + 1
    return Article(text="\n".join(lines), segments=tuple(segments), language=lang, published=published)


def findings(original: Article, copy: Article, order: str = "monotonic") -> list[Finding]:
    links = tuple(Link((i,), (i,)) for i in range(len(original.segments)))
    comparison = Comparison(copy, original, links, order=order)
    return [finding for rule in (DateAltered(), TimeAltered()) for finding in rule.check(comparison)]


def test_says_old_and_new_with_both_passages() -> None:
    (finding,) = findings(
        article("en", "They met on October 23."), article("de", "Sie trafen sich am 24. Oktober.")
    )  # fmt: skip
    assert finding.message == "The original says October 23; the copy says 24. Oktober."
    assert finding.original[0].text == "October 23"
    assert finding.copy[0].text == "24. Oktober"
    assert dict(finding.evidence) == {
        "part": "day", "original_value": "XXXX-10-23", "copy_value": "XXXX-10-24"
    }  # fmt: skip
    assert (finding.severity, finding.confidence) == ("critical", 0.9)


def test_below_the_lead_it_is_major() -> None:
    original = article("en", "A dam broke.", "They met on October 23.")
    copy = article("en", "A dam broke.", "They met on October 24.")
    assert [f.severity for f in findings(original, copy)] == ["major"]


def test_a_date_that_moved_is_not_altered() -> None:
    original = article("en", "They met on 3 May.", "They parted on 9 June.")
    copy = article("en", "They parted on 9 June.", "They met on 3 May.")
    assert findings(original, copy) == []


def test_a_date_said_twice_and_altered_once_is_less_sure() -> None:
    original = article("en", "They met on Tuesday.", "They parted on Tuesday.")
    copy = article("en", "They met on Tuesday.", "They parted on Thursday.")
    (finding,) = findings(original, copy)
    assert finding.confidence < 0.8
    (freer,) = findings(original, copy, order="free")
    assert freer.confidence < finding.confidence


def test_each_date_is_used_once() -> None:
    original = article("en", "He came on 1 May and left on 3 May.")
    copy = article("en", "He came on 2 May and left on 4 May.")
    assert [(f.original[0].text, f.copy[0].text) for f in findings(original, copy)] == [
        ("1 May", "2 May"), ("3 May", "4 May"),
    ]  # fmt: skip


def test_a_figure_read_as_something_else_is_no_ground() -> None:
    original = article("es", "La mujer, de 45 años, esperó tres horas.")
    copy = article("en", "The 45-year-old waited for ages; the queue took 5 years to vanish.")
    assert [f for f in findings(original, copy) if f.original[0].text == "45 años"] == []


def test_time_zones_make_it_a_guess() -> None:
    (finding,) = findings(article("en", "It starts at 15:00 GMT."), article("es", "Empieza a las 16:00."))
    assert finding.confidence < 0.5


def test_other_years_of_articles_resolve_weekdays() -> None:
    original = article("en", "The vote was put off on Tuesday.", published="2024-10-30")
    copy = article("de", "Die Abstimmung wurde am 29. Oktober verschoben.", published="2024-10-30")
    assert findings(original, copy) == []


def test_the_night_to_friday_is_thursday_night() -> None:
    original = article("de", "Sie kamen in der Nacht auf Freitag.")
    copy = article("en", "They came on Thursday night.")
    assert findings(original, copy) == []


def test_a_year_is_held_against_the_year_not_against_its_decade() -> None:
    original = article("en", "In the 1980s he wrote; in 1985 he left.")
    copy = article("de", "In den 1980er Jahren schrieb er; 1986 ging er.")
    assert [(f.original[0].text, f.copy[0].text) for f in findings(original, copy)] == [("1985", "1986")]


def test_a_publication_date_makes_a_wrong_weekday_no_less_sure() -> None:
    said = ("It began on 27 October and ends on 29 October.", "He arrived on Tuesday.")
    says = ("Es begann am 27. Oktober und endet am 29. Oktober.", "Er kam am Donnerstag an.")
    sure = [
        findings(article("en", *said, published=day), article("de", *says, published=day))[0].confidence
        for day in (None, "2024-10-29", "2024-10-31")
    ]
    assert sure[0] == sure[1] == sure[2]


def test_a_dateline_does_not_answer_a_weekday() -> None:
    for day in (None, "2024-10-29"):
        assert findings(
            article("en", "KYIV, Oct. 29 - He arrived on Tuesday.", published=day),
            article("de", "KIEW, 29. Oktober - Er kam am Donnerstag an.", published=day),
        )
