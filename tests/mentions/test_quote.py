"""Quotations: marks of every style, nesting, apostrophes, reopened paragraphs, marks without a partner."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.checker import language, mentions
from retold.checker.mentions.quote import extract, unpaired
from retold.checker.model import Article

FOUND = [
    ("en", "He said: “It is fine.”", ["“It is fine.”"]),
    ("en", 'He said "it is fine" and left.', ['"it is fine"']),
    ("en", "She called it 'a very good day' and left.", ["'a very good day'"]),
    ("en", "''It is fine,'' he said.", ["''It is fine,''"]),
    ("de", "Er sagte: „Das ist gut“, und ging.", ["„Das ist gut“"]),
    ("de", "Er sagte: »Das ist gut«, und ging.", ["»Das ist gut«"]),
    ("de", "Er sagte: «Das ist gut», und ging.", ["«Das ist gut»"]),
    ("fr", "Il a dit : « C'est l’heure », puis “oui”.", ["« C'est l’heure »", "“oui”"]),
    ("fr", 'Il a dit : " Il est tard ", puis " Bonne nuit. "', ['" Il est tard "', '" Bonne nuit. "']),
    ("de", 'Er sagte: "Das ist gut“, und ging.', ['"Das ist gut“']),
    ("en", 'The road is open."Nobody was hurt," he said.', ['"Nobody was hurt,"']),
    ("en", 'He said "he called it “a bad day” again" and left.', ['"he called it “a bad day” again"', "“a bad day”"]),
    ("es", "Dijo: «Es “muy” tarde» y salió.", ["«Es “muy” tarde»", "“muy”"]),
    ("pl", "Powiedział: „To dobry dzień”.", ["„To dobry dzień”"]),
    ("ru", "«Это „новый“ день», — сказал он.", ["«Это „новый“ день»", "„новый“"]),
    ("ar", "قال: «هذا يوم جيد» ثم غادر.", ["«هذا يوم جيد»"]),
    ("ko", '그는 "오늘은 좋다"고 말했다.', ['"오늘은 좋다"']),
    ("ja", "彼は「それは『重要』だ」と述べた。", ["「それは『重要』だ」", "『重要』"]),
    ("zh", "他说：“这是‘重要’的。”", ["“这是‘重要’的。”", "‘重要’"]),
]


def article(text, tag="en"):
    return Article(text=text, language=tag)


@pytest.mark.parametrize(("tag", "text", "expected"), FOUND)
def test_finds_quotations_in_every_style(tag, text, expected):
    assert [quote.text for quote in mentions.of(article(text, tag), "quote")] == expected
    assert unpaired(article(text, tag), language.load(tag)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The troops' march and the dogs’ bones were the '90s in a nutshell.",
        "'Twas the farmers' year, wasn't it?",
        "The O'Neills' house isn’t theirs.",
        "He is 5'10\" tall.",
    ],
)
def test_apostrophes_are_no_quotations(text):
    assert mentions.of(article(text), "quote") == ()


def test_a_possessive_does_not_close_a_single_quotation():
    text = "'A great day for the teachers' families,' she said."
    assert [quote.text for quote in mentions.of(article(text), "quote")] == [
        "'A great day for the teachers' families,'"
    ]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "“The first part.\n\n“The second part,” he said."),
        ("en", '"The first part.\n\n"The second part," he said.'),
        ("nl", "‘Het eerste deel.\n\n‘Het tweede deel,’ zei hij."),
        ("fr", "« La première partie.\n\n» La seconde partie », a-t-il dit."),
    ],
)
def test_a_quotation_goes_on_when_the_next_paragraph_reopens_it(tag, text):
    (quote,) = mentions.of(article(text, tag), "quote")
    assert len(quote.content) == 2
    assert unpaired(article(text, tag), language.load(tag)) == []


def test_a_quotation_left_open_ends_nowhere_and_its_mark_is_told():
    text = "He called it “a good day.\n\nThe next day was “a better one,” he said."
    known = language.load("en")
    assert [quote.text for quote in extract(article(text), known)] == ["“a better one,”"]
    assert [text[span.start] for span in unpaired(article(text), known)] == ["“"]
    assert [span.start for span in unpaired(article("“Who?” ”, he says."), known)] == [7]


@pytest.mark.parametrize(
    ("tag", "text", "is_speech"),
    [
        ("en", "He saw “The Long Road Home” twice.", False),
        ("en", "The so-called “reform” failed.", False),
        ("en", "“We will never give up,” he said.", True),
        ("en", "“No way!” he said.", True),
        ("en", "“Never,” he said.", True),
        ("en", "It was a “victory,” and nobody cheered.", False),
        ("zh", "他说：“我们永远不会放弃这个计划。”", True),
        ("fr", "Le film « la longue route vers la maison » sort lundi.", False),
        ("ru", "Он посмотрел фильм «Долгая дорога к дому» дважды.", False),
        ("ja", "映画「家に帰る長い長い道のり」を見た。", False),
        ("de", "Der Roman „Der lange Weg nach Hause“ erscheint heute.", False),
        ("de", "Er sagte nach dem Film: „Der Weg war lang und schwer.“", True),
    ],
)
def test_speech_is_told_from_titles_and_scare_quotes(tag, text, is_speech):
    (quote,) = mentions.of(article(text, tag), "quote")
    assert quote.is_speech is is_speech


def test_nested_quotations_know_their_depth():
    outer, inner = mentions.of(article("“She said ‘never again’ to us all,” he said."), "quote")
    assert (outer.depth, inner.depth) == (0, 1)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab .,\n\"'“”„«»‘’「」?—s", max_size=200), st.sampled_from(["en", "de", "fr", "zh", "xx"]))
def test_any_marks_give_spans_inside_the_text_and_abort_nothing(text, tag):
    known = language.load(tag)
    found = extract(article(text, tag), known)
    assert found == extract(article(text, tag), known)
    for quote in found:
        assert text[quote.start : quote.end] == quote.text
        assert all(quote.start < piece.start <= piece.end < quote.end for piece in quote.content)
    marks = [span.start for span in unpaired(article(text, tag), known)]
    assert marks == sorted(set(marks))
    assert not {quote.start for quote in found} & set(marks)
