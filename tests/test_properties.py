"""What holds for any text: offsets fit, nothing crashes, equal input gives equal bytes, a copy of itself is clean."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import check

from retold.checker import inspection, reading, schemas
from retold.reports.json import line

SENTENCES = [
    "About 10,000 people fled the town on Monday, the mayor said.",
    "“We may have to close the bridge,” Anna Berg told Radio Nord.",
    "Etwa 10.000 Menschen flohen am 23. Oktober 2024 aus der Stadt.",
    "Selon la préfecture, 3,5 % des foyers étaient privés d’électricité.",
    "По словам мэра, город потратил 1,2 млн рублей.",
    "시장은 약 3만 명이 대피했다고 말했다.",
    "市長は「橋は来週再開する」と述べた。",
    "市长表示，约有1.3万人撤离。",
    "قال رئيس البلدية إن نحو ١٠٬٠٠٠ شخص غادروا المدينة.",
    "मेयर ने कहा कि लगभग 2 लाख लोग शहर छोड़ गए।",
    "Belediye başkanı, yüzde 5’lik artışın süreceğini söyledi.",
    "I think it may rise. asked. To the north.",
]
NOISE = st.text(
    st.sampled_from("“”„«»‘’\"'「」()–—…. ,:;!?\n\t0123456789%$€аеоabc漢字가나\u200f\u202e\u00a0\ufffd🙂\ud800"),
    max_size=40,
)
TEXTS = st.lists(st.one_of(st.sampled_from(SENTENCES), NOISE, st.text(max_size=30)), min_size=1, max_size=6).map(
    " ".join
)
LANGUAGES = st.sampled_from(["en", "de", "fr", "ru", "ko", "ja", "zh", "ar", "hi", "tr", "sw", "und"])


def readable(text):
    return bool(text.strip()) and "\0" not in text


@given(TEXTS.filter(readable), LANGUAGES)
def test_offsets_fit_the_text(text, language):
    article = reading.from_text(text, language=language)
    seen = inspection.inspect(article)
    assert not list(schemas.problems("inspection", seen))
    end = 0
    for segment in seen["segments"]:
        assert end <= segment["start"] <= segment["end"] <= len(article.text)
        end = segment["end"]
    for mention in seen["mentions"]:
        assert article.text[mention["start"] : mention["end"]] == mention["text"] != ""
        for name in ("source", "cue", "content"):
            for start, stop in mention.get(name, ()):
                assert 0 <= start <= stop <= len(article.text)


@given(TEXTS.filter(readable), LANGUAGES)
def test_an_identical_copy_has_no_finding(text, language):
    result = check(text, text, language, language)
    assert not result.failures
    assert not [f.message for f in result.findings if f.confidence >= 0.5]


@given(TEXTS.filter(readable), TEXTS.filter(readable), LANGUAGES, LANGUAGES)
def test_any_two_texts_give_a_valid_result_twice_the_same(original, copy, original_language, copy_language):
    first, second = (check(original, copy, original_language, copy_language) for _ in range(2))
    assert not first.failures
    assert line(first) == line(second)
    assert not list(schemas.problems("result", json.loads(line(first))))
    for side, article in zip(("original", "copy"), first.articles, strict=True):
        for finding in first.findings:
            for passage in getattr(finding, side):
                assert article.text[passage.start : passage.end] == passage.text


@pytest.mark.parametrize("sentence", SENTENCES[:-1])
def test_every_sentence_is_clean_alone(sentence):
    result = check(None, sentence, None, None)
    assert not result.failures
    assert not result.findings or all(f.confidence < 0.5 for f in result.findings)
