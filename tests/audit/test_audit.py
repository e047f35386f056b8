"""Many pairs: formats, order, unreadable rows, workers."""

import json

import pytest

from retold.checker import schemas

TEXTS = [
    ("The dam holds 40 million litres.", "Der Damm fasst 40 Millionen Liter.", "pass"),
    ("The dam holds 40 million litres.", "Der Damm fasst 400 Millionen Liter.", "fail"),
    ("Police arrested 12 men on Friday.", "Die Polizei nahm am Freitag 12 Männer fest.", "pass"),
]


def row(number, original, copy):
    languages = {"original_lang": "en", "copy_lang": "de"}
    return {"id": f"p{number}", "original_text": original, "copy_text": copy, **languages}


@pytest.fixture
def jsonl(tmp_path):
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row(i, o, c)) + "\n" for i, (o, c, _) in enumerate(TEXTS)), "utf-8")
    return path


def results(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_results_come_one_a_line_in_order(run, jsonl):
    done = run("audit", jsonl, "--encoder", "none")
    assert done.exit_code == 1
    said = results(done)
    assert [r["id"] for r in said] == ["p0", "p1", "p2"]
    assert [r["verdict"] for r in said] == [verdict for *_, verdict in TEXTS]
    assert all(not list(schemas.problems("result", r)) for r in said)
    assert "magnitude-altered" in done.stderr


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_tables_say_the_same_as_json_lines(run, jsonl, suffix):
    import pandas

    frame = pandas.DataFrame([row(i, o, c) for i, (o, c, _) in enumerate(TEXTS)])
    path = jsonl.with_suffix(f".{suffix}")
    frame.to_csv(path, index=False) if suffix == "csv" else frame.to_parquet(path)
    assert run("audit", path, "--encoder", "none").stdout == run("audit", jsonl, "--encoder", "none").stdout


def test_two_workers_write_the_same_bytes(run, tmp_path):
    pairs = tmp_path / "many.jsonl"
    pairs.write_text("".join(json.dumps(row(i, *TEXTS[i % 3][:2])) + "\n" for i in range(70)), "utf-8")
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert run("audit", pairs, "--encoder", "none", "--output", one, "--jobs", 1).exit_code == 1
    assert run("audit", pairs, "--encoder", "none", "--output", two, "--jobs", 2).exit_code == 1
    assert one.read_bytes() == two.read_bytes()
    assert len(one.read_text("utf-8").splitlines()) == 70


def test_segments_already_cut_keep_their_indexes(run, tmp_path):
    path = tmp_path / "cut.jsonl"
    cut = {
        "id": "cut",
        "original_segments": ["The dam broke at dawn.", "Nobody was hurt.", "Repairs will take 6 weeks."],
        "copy_segments": [
            "Der Damm brach im Morgengrauen.",
            "Niemand wurde verletzt.",
            "Die Reparatur dauert 6 Wochen.",
        ],
        "original_lang": "en",
        "copy_lang": "de",
    }
    path.write_text(json.dumps(cut) + "\n", "utf-8")
    (result,) = results(run("audit", path))
    assert [(link["original"], link["copy"]) for link in result["links"]] == [([0], [0]), ([1], [1]), ([2], [2])]


def test_unreadable_rows_are_said_and_the_run_goes_on(run, tmp_path):
    path = tmp_path / "pairs.jsonl"
    good = row(9, *TEXTS[0][:2])
    lines = [
        json.dumps({"id": "no file", "original": "not-there.txt", "copy_text": "Text."}),
        "{broken",
        json.dumps({"id": "no copy", "original_text": "Text."}),
        json.dumps({"id": "typo", "copy_txt": "Text."}),
        json.dumps({"id": "twice", "copy_text": "Text.", "copy": "a.txt"}),
        json.dumps({"id": "empty", "copy_text": "   "}),
        json.dumps({"id": "surrogate", "copy_text": "A lone \ud800 stands here in the copy."}),
        json.dumps({"id": "language", "copy_text": "Text.", "copy_lang": "english"}),
        json.dumps({"id": "date", "copy_text": "Text.", "published": "yesterday"}),
        json.dumps(good),
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    done = run("audit", path, "--encoder", "none")
    assert done.exit_code == 2
    said = results(done)
    assert [r["verdict"] for r in said[:6]] == ["unchecked"] * 6
    reasons = [r["reason"] for r in said[:6]]
    for reason, word in zip(reasons, ("not-there.txt", "JSON", "no copy", "copy_text", "twice", "empty"), strict=True):
        assert word in reason
    assert said[6]["verdict"] != "unchecked"
    assert "english" in said[7]["reason"]
    assert "yesterday" in said[8]["reason"]
    assert said[9]["verdict"] == "pass"


def test_a_row_without_original_is_a_copy_alone(run, tmp_path):
    path = tmp_path / "alone.jsonl"
    path.write_text(json.dumps({"id": "a", "copy_text": "The mayor opened the new bridge.", "copy_lang": "en"}) + "\n")
    (result,) = results(run("audit", path))
    assert result["original"] is None
    assert result["verdict"] == "pass"


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("p.txt", b"x", "pairs file"),
        ("p.jsonl", b"", "no rows"),
        ("p.parquet", b"PAR1", "Parquet"),
        ("p.csv", b"\xff\xfe\x00", "p.csv"),
    ],
)
def test_a_manifest_that_cannot_be_read_is_one_line(run, tmp_path, name, content, word):
    path = tmp_path / name
    path.write_bytes(content)
    done = run("audit", path)
    assert done.exit_code == 2
    assert word in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "word"),
    [("id,copy_txt\n1,a\n", "copy_text"), ("copy_text\na\n", "'id'"), ("id;copy_text\na;b\n", "semicolons")],
)
def test_wrong_columns_are_one_line_about_the_file(run, tmp_path, content, word):
    path = tmp_path / "p.csv"
    path.write_text(content, "utf-8")
    done = run("audit", path)
    assert done.exit_code == 2
    assert word in done.stderr
    assert not done.stdout


def test_a_missing_manifest_is_one_line(run, tmp_path):
    done = run("audit", tmp_path / "none.jsonl")
    assert done.exit_code == 2
    assert "none.jsonl" in done.stderr


def test_rows_that_share_an_original_read_it_once(run, tmp_path, monkeypatch):
    from retold.checker import reading

    (tmp_path / "original.txt").write_text("The dam holds 40 million litres.", "utf-8")
    read, seen = reading.read, []
    monkeypatch.setattr(reading, "read", lambda path, **known: seen.append(path) or read(path, **known))
    path = tmp_path / "pairs.jsonl"
    copies = [{"id": str(i), "original": "original.txt", "copy_text": TEXTS[0][1], "copy_lang": "de"} for i in range(5)]
    path.write_text("".join(json.dumps(c) + "\n" for c in copies), "utf-8")
    assert run("audit", path, "--encoder", "none").exit_code == 0
    assert len(seen) == 1
