"""Every rule's cases, `fixtures/rules/<rule-id>.toml`, through the public pipeline, original -> copy.

A case names two short texts and what must be flagged; without `expect` the rule must stay silent.
"""

import re
import tomllib

import pytest
from support import ROOT, check, has_parser

from retold import rules

FOLDER = ROOT / "fixtures" / "rules"
SHOWN = 0.5
BY_ID = {rule.id: rule for rule in rules.available()}


def load():
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")


def fired(rule, case, parser="none"):
    result = check(
        case.get("original"),
        case["copy"],
        case.get("original_lang"),
        case["copy_lang"],
        published=case.get("published"),
        profile=case.get("profile", "auto"),
        encoder="default" if case.get("encoder") else "none",
        select=(rule,),
        parser=parser,
    )
    assert not result.failures
    return [f for f in result.findings if f.rule == rule and f.confidence >= SHOWN]


def quotes(passages, text, words):
    """Whether a passage overlaps the place where the words stand in the text."""
    assert words in text, f"{words!r} is not in the case's text"
    places = [m.span() for m in re.finditer(re.escape(words), text)]
    return any(p.start < end and start < p.end for p in passages for start, end in places)


@pytest.mark.parametrize(("rule", "case"), list(load()))
def test_case(rule, case):
    judge(case, fired(rule, case))


PARSED = [
    each for each in load()
    if BY_ID[each.values[0]].group in ("attribution", "quote", "hedge", "name")
    and "en" in (each.values[1].get("original_lang"), each.values[1]["copy_lang"])
]  # fmt: skip


@pytest.mark.skipif(not has_parser, reason="the extra nlp is not installed")
@pytest.mark.parametrize(("rule", "case"), PARSED)
def test_case_with_a_parser(rule, case):
    judge(case, fired(rule, case, parser="spacy"))


def judge(case, found):
    """Hold what fired against what the case expects."""
    wanted = case.get("expect", [])
    if not wanted:
        assert not found, [f.message for f in found]
    for expect in wanted:
        fits = [
            f for f in found
            if ("original" not in expect or quotes(f.original, case["original"], expect["original"]))
            and ("copy" not in expect or quotes(f.copy, case["copy"], expect["copy"]))
            and expect.get("severity", f.severity) == f.severity
        ]  # fmt: skip
        assert fits, f"{expect} not among {[(f.message, f.severity) for f in found]}"


@pytest.mark.parametrize("rule", rules.available(), ids=lambda rule: rule.id)
def test_every_rule_has_cases_of_both_kinds_in_more_than_one_language(rule):
    cases = tomllib.loads((FOLDER / f"{rule.id}.toml").read_text("utf-8"))["case"]
    assert len({case["name"] for case in cases}) == len(cases)
    firing = [case for case in cases if case.get("expect")]
    silent = [case for case in cases if not case.get("expect")]
    assert len(firing) >= 2
    assert len(silent) >= 2
    assert len({(case.get("original_lang"), case["copy_lang"]) for case in cases}) >= 2


SECTIONS = ("What it does", "Why it matters", "Fires", "Stays silent")
LINE = re.compile(r"^(original|copy) \[([\w-]+)\]: (.+)$")


def documented(rule, heading):
    """The examples under one heading of a rule's docstring, as dictionaries of (language, text) by side.

    In a text ¶ stands for a new paragraph.
    """
    body = rule.__doc__.split(f"\n    {heading}\n", 1)[1]
    body = re.split(r"\n    (?=\S)", body, maxsplit=1)[0]
    for block in re.split(r"\n\s*\n", body.rstrip()):
        sides = {}
        for line in filter(None, map(str.strip, block.splitlines())):
            match = LINE.match(line)
            assert match, f"{rule.id}: {line!r} is no example line"
            sides[match[1]] = (match[2], match[3].replace(" ¶ ", "\n\n"))
        yield sides


@pytest.mark.parametrize("rule", rules.available(), ids=lambda rule: rule.id)
def test_documentation_is_whole_and_its_examples_are_true(rule):
    for heading in SECTIONS:
        assert f"\n    {heading}\n" in rule.__doc__, f"{rule.id} lacks the section {heading!r}"
    for heading in ("Fires", "Stays silent"):
        for example in documented(rule, heading):
            language, copy = example["copy"]
            original_language, original = example.get("original", (None, None))
            encoder = "default" if {"encoder", "encoder?"} & set(rule.needs) else "none"
            result = check(original, copy, original_language, language, select=(rule.id,), encoder=encoder)
            found = [f for f in result.findings if f.confidence >= SHOWN]
            assert bool(found) == (heading == "Fires"), f"{rule.id}, {heading}: {example} gave {found}"
