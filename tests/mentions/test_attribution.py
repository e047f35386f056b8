"""Attributions: who is credited, with what words, and with which statement, in every language with cues."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import article

from retold.checker import language, mentions
from retold.checker.mentions.attribution import extract
from retold.checker.model import Article, Segment

# language, text, source, cue, first content, type
SINGLE = [
    ("en", "Officials said the dam was safe.", "Officials", "said", "the dam was safe", "indirect"),
    ("en", "The dam was safe, officials said on Monday.", "officials", "said", "The dam was safe", "indirect"),
    ("en", "“The dam is safe,” Anna Reed said.", "Anna Reed", "said", "“The dam is safe,”", "direct"),
    (
        "en",
        "“The dam is safe,” said Anna Reed, the mayor.",
        "Anna Reed, the mayor",
        "said",
        "“The dam is safe,”",
        "direct",
    ),
    ("en", "Reed told Reuters on Monday that the dam was safe.", "Reed", "told", "that the dam was safe", "indirect"),
    (
        "en",
        "The dam was safe, according to two officials.",
        "two officials",
        "according to",
        "The dam was safe",
        "indirect",
    ),
    ("en", "According to police, the dam was safe.", "police", "According to", "the dam was safe", "indirect"),
    ("en", "Reed said the dam was “perfectly safe” now.", "Reed", "said", "the dam was “perfectly safe” now", "mixed"),
    (
        "en",
        "Anna Reed, mayor: “The dam is safe and sound.”",
        "Anna Reed, mayor",
        ":",
        "“The dam is safe and sound.”",
        "direct",
    ),
    ("de", "Der Damm sei sicher, teilte die Polizei mit.", "die Polizei", "teilte", "Der Damm sei sicher", "indirect"),
    ("de", "Am Dienstag erklärte Holt, der Damm sei sicher.", "Holt", "erklärte", "der Damm sei sicher", "indirect"),
    ("de", "Der Behörde zufolge ist der Damm sicher.", "Der Behörde", "zufolge", "ist der Damm sicher", "indirect"),
    ("fr", "« La digue est sûre », a-t-il ajouté.", "il", "ajouté", "« La digue est sûre »", "direct"),
    ("fr", "Selon la police, la digue est sûre.", "la police", "Selon", "la digue est sûre", "indirect"),
    ("es", "Dijo el portavoz que la presa es segura.", "el portavoz", "Dijo", "que la presa es segura", "indirect"),
    ("it", "Il ministro ha detto che la diga è sicura.", "Il ministro", "detto", "che la diga è sicura", "indirect"),
    (
        "pt",
        "De acordo com a polícia, a barragem é segura.",
        "a polícia",
        "De acordo com",
        "a barragem é segura",
        "indirect",
    ),
    ("nl", "De minister zei dat de dam veilig is.", "De minister", "zei", "dat de dam veilig is", "indirect"),
    (
        "pl",
        "Minister powiedział, że tama jest bezpieczna.",
        "Minister",
        "powiedział",
        "że tama jest bezpieczna",
        "indirect",
    ),
    ("cs", "„Hráz je bezpečná,“ řekla starostka.", "starostka", "řekla", "„Hráz je bezpečná,“", "direct"),
    ("cs", "Podle policie je hráz bezpečná.", "policie", "Podle", "je hráz bezpečná", "indirect"),
    ("sv", "Ministern sade att dammen är säker.", "Ministern", "sade", "att dammen är säker", "indirect"),
    ("sv", "”Dammen är säker”, säger Anna Ek.", "Anna Ek", "säger", "”Dammen är säker”", "direct"),
    ("ru", "«Дамба безопасна», — сказала мэр Петрова.", "мэр Петрова", "сказала", "«Дамба безопасна»", "direct"),
    ("uk", "За словами поліції, дамба безпечна.", "поліції", "За словами", "дамба безпечна", "indirect"),
    ("ar", "قال الوزير إن السد آمن.", "الوزير", "قال", "إن السد آمن", "indirect"),
    ("hi", "मंत्री ने कहा कि बांध सुरक्षित है।", "मंत्री ने", "कहा", "कि बांध सुरक्षित है", "indirect"),
    ("tr", "Bakan, barajın güvenli olduğunu söyledi.", "Bakan", "söyledi", "barajın güvenli olduğunu", "indirect"),
    ("tr", '"Baraj güvenli" dedi Anna Kaya.', "Anna Kaya", "dedi", '"Baraj güvenli"', "direct"),
    ("ko", '장관은 "댐은 안전하다"고 말했다.', "장관", "말했다", '"댐은 안전하다"', "direct"),
    ("ko", "경찰에 따르면 댐은 안전하다.", "경찰", "에 따르면", "댐은 안전하다", "indirect"),
    ("ja", "大臣は「ダムは安全だ」と述べた。", "大臣", "と述べた", "「ダムは安全だ」", "direct"),
    ("ja", "警察によると、ダムは安全だ。", "警察", "によると", "ダムは安全だ", "indirect"),
    ("zh", "部长周一表示，大坝是安全的。", "部长", "表示", "大坝是安全的", "indirect"),
    ("zh", "“大坝是安全的，”市长安娜说。", "市长安娜", "说", "“大坝是安全的，”", "direct"),
]


def found(text, tag):
    return mentions.of(article(text, tag), "attribution")


def words(text, spans):
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(("tag", "text", "source", "cue", "content", "kind"), SINGLE)
def test_source_cue_and_content(tag, text, source, cue, content, kind):
    (mention,) = found(text, tag)
    assert words(text, mention.source) == [source]
    assert words(text, mention.cue) == [cue]
    assert words(text, mention.content) == [content]
    assert mention.type == kind


def test_every_language_with_cues_is_tried():
    described = {tag for tag in language.shipped() if "cues" in language.load(tag).section("attribution")}
    assert {tag for tag, *_ in SINGLE} == described


def test_a_quotation_that_goes_on_after_its_speaker_is_one_attribution():
    text = "“The dam is safe,” Reed said. “We checked it twice.”"
    (mention,) = found(text, "en")
    assert words(text, mention.content) == ["“The dam is safe,”", "“We checked it twice.”"]


def test_a_statement_that_the_report_interrupts_has_two_halves():
    text = "The dam, officials said, is safe."
    (mention,) = found(text, "en")
    assert words(text, mention.content) == ["The dam", "is safe"]


def test_a_report_of_a_report_is_two_attributions():
    text = "CNN reported that officials said the dam was safe."
    assert [words(text, mention.source) for mention in found(text, "en")] == [["CNN"], ["officials"]]


def test_a_report_inside_a_russian_quotation():
    text = "«Мы закончим ремонт, — сказал Соколов, — и откроем мост»."
    (mention,) = found(text, "ru")
    assert words(text, mention.source) == ["Соколов"]
    assert words(text, mention.content) == ["«Мы закончим ремонт", "и откроем мост»"]


def test_cue_classes():
    classes = {
        "Reed said that the dam was safe.": "neutral",
        "Reed confirmed that the dam was safe.": "assertive",
        "Reed denied that the dam was safe.": "denying",
        "Reed claimed that the dam was safe.": "doubtful",
        "Reed believes that the dam is safe.": "thinking",
        "According to Reed, the dam is safe.": "according",
    }
    assert {text: found(text, "en")[0].cue_class for text in classes} == classes


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The United States signed the treaty in May."),
        ("en", "The reports were found in a drawer."),
        ("en", "He is said to own three houses."),
        ("de", "Reizungen der Atemwege wurden weiterhin gemeldet."),
        ("zh", "这部小说的说明写得很好。"),
    ],
)
def test_look_alikes_are_no_attributions(tag, text):
    assert found(text, tag) == ()


def test_nothing_without_cue_data():
    assert found("A miniszter szerint a gát biztonságos.", "hu") == ()


def test_the_line_of_inspect_has_the_scored_fields():
    text = "Officials said the dam was safe."
    line = found(text, "en")[0].to_dict()
    assert (line["source"], line["cue"], line["content"], line["type"]) == (
        [[0, 9]],
        [[10, 14]],
        [[15, 31]],
        "indirect",
    )


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["said", "he", "“", "”", '"', ",", ".", "that", "according to", "the dam", "\n", ":", "Reed", "—"]
        ),
        max_size=40,
    ),
    st.sampled_from(["en", "de", "ru", "ko", "zh"]),
)
def test_any_order_of_words_and_marks_gives_spans_inside_the_text(parts, tag):
    text = " ".join(["x", *parts])
    known = language.load(tag)
    mentioned = extract(article(text, tag), known)
    assert mentioned == extract(article(text, tag), known)
    for mention in mentioned:
        for span in (*mention.source, *mention.cue, *mention.content):
            assert mention.start <= span.start < span.end <= mention.end
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "text", ["said " * 20000, "he said that " * 8000, "according to " * 8000, "“a” said b. " * 8000]
)
def test_one_endless_sentence_takes_linear_time(text):
    started = time.process_time()
    extract(Article(text=text, segments=(Segment(0, 0, len(text)),), language="en"), language.load("en"))
    assert time.process_time() - started < 2
