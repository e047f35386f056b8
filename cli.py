"""The command line: parses, wires the stages together, sets the exit code.

Exit codes, everywhere: 0 checked and nothing at the gate, 1 findings at the gate, 2 could not check.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

if "retold" not in sys.modules:
    try:
        import retold  # type: ignore[import-not-found]  # noqa: F401
    except ModuleNotFoundError:  # a checkout that is not installed: this folder is the package
        package = ModuleType("retold")
        package.__path__ = [str(Path(__file__).resolve().parent)]
        sys.modules["retold"] = package

import os
from collections.abc import Callable
from typing import IO, Any

import click

from retold.checker import version
from retold.checker.config import PROFILES
from retold.checker.errors import RetoldError
from retold.reports import terminal

EXIT_FOUND, EXIT_UNCHECKED = 1, 2
EXIT_OF = {"pass": 0, "fail": EXIT_FOUND, "unchecked": EXIT_UNCHECKED}


class Problem(click.ClickException):
    """Something the user can mend, said in one line."""

    exit_code = EXIT_UNCHECKED

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"retold: {self.format_message()}", err=True)


class Commands(click.Group):
    """A group whose commands never end in a traceback or in an exit code that means something else."""

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):  # the same bytes whatever the locale
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except RetoldError as error:
            raise Problem(" ".join(str(error).split())) from None
        except BrokenPipeError:  # the reader has seen enough: `retold check ... | head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            leave(EXIT_UNCHECKED)
        except KeyboardInterrupt:
            raise Problem("stopped before the end") from None
        except (click.exceptions.Exit, click.Abort, click.ClickException):
            raise
        except OSError as error:
            raise Problem(f"{error.filename or 'output'}: {error.strerror or error}") from None
        except Exception as error:
            if os.environ.get("RETOLD_DEBUG"):
                raise
            what = " ".join(f"{type(error).__name__}: {error}".split())
            raise Problem(f"a defect of retold stopped the check ({what}); RETOLD_DEBUG=1 shows where") from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version(), "--version", prog_name="retold", message="%(prog)s %(version)s")
def main() -> None:
    """Check a translated or rewritten news article against its original.

    retold shows, with both passages side by side, which figures, dates, names, quotes and attributions a copy changed,
    what it left out or added, and what reads as garbled.
    """


PARSER = click.option(
    "--parser", type=click.Choice(["auto", "spacy", "none"]),
    help="What helps to see who says what, in English: auto, the parser where installed; spacy; none.",
)  # fmt: skip


def checking_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that `check`, `audit` and `config` share: each is a setting of the same name."""
    options = [
        click.option("--original-lang", metavar="TAG", help="Language of the original (BCP 47). Default: detected."),
        click.option("--copy-lang", metavar="TAG", help="Language of the copy (BCP 47). Default: detected."),
        click.option("--published", metavar="DATE", help="Publication date (ISO 8601). Default: the text's own."),
        click.option(
            "--profile", type=click.Choice(["auto", *PROFILES]),
            help="What kind of copy this is. Default: chosen from the languages and the likeness of the texts.",
        ),
        click.option("--select", multiple=True, metavar="RULES", help="Run only these rules or groups (a,b,...)."),
        click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these rules or groups (a,b,...)."),
        click.option(
            "--fail-on", type=click.Choice(["critical", "major", "minor", "never"]),
            help="The mildest severity that fails the check. Default: major.",
        ),
        click.option(
            "--min-confidence", type=click.FloatRange(0, 1),
            help="Confidence a finding needs to fail the check. Default: 0.7.",
        ),
        click.option(
            "--show-confidence", type=click.FloatRange(0, 1),
            help="Confidence a finding needs to be shown. Default: 0.5.",
        ),
        click.option(
            "--encoder", metavar="NAME|none",
            help="What judges meaning: default, none, or st:NAME for a sentence-transformers model.",
        ),
        PARSER,
        click.option(
            "--scores", type=click.Choice(["fast", "all"]),
            help="all adds BLEU and TER. Default: all for check, fast for audit.",
        ),
        click.option(
            "--config", "config_file", type=click.Path(), metavar="FILE",
            help="A settings file. Default: retold.toml, if there.",
        ),
    ]  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def listed(values: tuple[str, ...]) -> list[str] | None:
    """The names of a repeatable option, commas between them or not: `--select number,date --select quote`."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()] or None


def layers_of(config_file: str | None, options: dict[str, Any]) -> Any:
    """The configuration layers that a command's options make, and the rules there are."""
    from retold import rules
    from retold.checker import config

    values = {key: listed(value) if isinstance(value, tuple) else value for key, value in options.items()}
    available = rules.available()
    return config.load(values, config_file, available), available


OUTPUT = click.option(
    "--output", "-o", default="-", metavar="FILE", help="Where the report goes. Default: standard output."
)
COLOR = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour in the text report."
)


@main.command()
@click.argument("texts", nargs=-1, metavar="[ORIGINAL] COPY")
@click.option("--format", "format_", default="text", metavar="text|json", help="Form of the report.")
@OUTPUT
@click.option("--reference", metavar="FILE", help="A reference translation, for chrF, BLEU and TER.")
@checking_options
@click.option("-q", "--quiet", is_flag=True, help="Only the verdict.")
@click.option("-v", "--verbose", is_flag=True, help="Evidence, scores and the signature too.")
@COLOR
def check(
    texts: tuple[str, ...], format_: str, output: str, reference: str | None,
    quiet: bool, verbose: bool, color: str, config_file: str | None, **options: Any,
) -> None:  # fmt: skip
    """Compare a COPY with its ORIGINAL and report what differs.

    Files are plain text, Markdown, HTML or DOCX; - is standard input. With one file only, the copy alone is checked.
    Exit code: 0 nothing at the gate, 1 findings at the gate, 2 could not check.
    """
    if len(texts) not in (1, 2):
        raise click.UsageError("check takes an ORIGINAL and a COPY, or a COPY alone")
    if texts.count("-") > 1:
        raise click.UsageError("only one of the two texts can come from standard input")
    from retold import reports
    from retold.checker import reading
    from retold.checker.pipeline import Checker

    write = reports.writer(format_)
    layers, available = layers_of(config_file, options)
    settings = layers.resolve("auto")
    known = {"published": settings["published"], "limit": settings["max_characters"]}
    original = reading.read(texts[0], language=settings["original_lang"], **known) if len(texts) == 2 else None
    copy = reading.read(texts[-1], language=settings["copy_lang"], **known)
    against = reading.read(reference, language=copy.language, **known) if reference else None
    checker = Checker(layers, available)
    result = checker.check(original, copy, reference=against)
    with terminal.opened(output, *texts) as stream:
        gate = checker.plan(result.profile).config
        write(result, stream, terminal.options_for(stream, color, gate, verbose=verbose - quiet))
    leave(EXIT_OF[result.verdict])


def leave(code: int) -> None:
    """End the command with an exit code."""
    click.get_current_context().exit(code)


@main.command()
@click.argument("pairs", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["jsonl"]), default="jsonl", help="Form of the results.")
@OUTPUT
@click.option("--jobs", "-j", type=click.IntRange(1, 256), default=1, help="Processes that work side by side.")
@checking_options
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
@COLOR
def audit(
    pairs: Path, format_: str, output: str, jobs: int, quiet: bool, color: str,
    config_file: str | None, **options: Any,
) -> None:  # fmt: skip
    """Check every pair of a PAIRS file (CSV, JSONL or Parquet), one result a line in the same order.

    `retold schema manifest` describes the columns. A row that cannot be read is reported as "unchecked", the run goes
    on, and the exit code is then 2.
    """
    from itertools import chain, islice
    from time import perf_counter

    from retold.checker.audit.manifest import rows
    from retold.checker.audit.run import Job
    from retold.checker.audit.run import audit as run
    from retold.reports.json import line
    from retold.reports.summary import Summary

    layers, available = layers_of(config_file, options)
    aside = sys.stderr if output == "-" else sys.stdout
    gate = layers.resolve(layers.wanted_profile)
    shown = terminal.options_for(aside, color, gate)
    summary, start = Summary(shown), perf_counter()
    read = rows(pairs)
    first = list(islice(read, 1))  # a pairs file that cannot be read leaves an older report as it is
    with terminal.opened(output, str(pairs)) as stream, terminal.progress(quiet) as advance:
        for result, text in run(chain(first, read), Job(layers, available, pairs.parent, line), jobs):
            stream.write(text)
            summary.add(result)
            advance()
    if not quiet:
        summary.write(aside, shown, perf_counter() - start)
    leave(max(EXIT_OF[verdict] for verdict in summary.verdicts))


@main.command("inspect")
@click.argument("text", metavar="FILE|TEXTS.jsonl")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    help="Default: text for a file, json lines for TEXTS.jsonl.",
)
@OUTPUT
@click.option("--language", metavar="TAG", help="Language of the text (BCP 47). Default: detected.")
@click.option("--published", metavar="DATE", help="Publication date (ISO 8601).")
@PARSER
def inspect_command(
    text: str, format_: str | None, output: str, language: str | None, published: str | None, parser: str | None
) -> None:
    """Show what retold sees in one text: language, segments, and mentions with values and offsets."""
    from retold.checker import inspection, reading
    from retold.reports import catalogue
    from retold.reports.json import dumps

    many = text.endswith((".jsonl", ".ndjson"))
    articles = (
        inspection.texts(Path(text)) if many else [(text, reading.read(text, language=language, published=published))]
    )
    with terminal.opened(output, text) as stream:
        for ident, article in articles:
            seen = inspection.inspect(article, ident, parser or "auto")
            if format_ == "json" or (many and format_ is None):
                stream.write(dumps(seen) + "\n")
            else:
                catalogue.write_inspection(seen, article, stream)


@main.command("rules")
@click.option("--format", "format_", type=click.Choice(["text", "markdown"]), default="text", help="Form of the list.")
def rules_command(format_: str) -> None:
    """List the rules: what each one finds."""
    from retold import rules
    from retold.reports import catalogue

    write = catalogue.write_rules if format_ == "text" else catalogue.write_rules_table
    write(rules.available(), sys.stdout)


@main.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Show one rule's documentation, with examples that fire and examples that do not."""
    from retold import rules
    from retold.checker.schemas import nearest
    from retold.reports import catalogue

    by_id = {each.id: each for each in rules.available()}
    if rule not in by_id:
        raise Problem(f"unknown rule {rule!r}{nearest(rule, sorted(by_id)) or '; `retold rules` lists them'}")
    catalogue.write_rule(by_id[rule], sys.stdout)


@main.command("config")
@checking_options
def config_command(config_file: str | None, **options: Any) -> None:
    """Show every setting in force and what set it."""
    from retold.reports import catalogue

    layers, _ = layers_of(config_file, options)
    catalogue.write_config(layers.resolve(layers.wanted_profile), sys.stdout)


@main.command()
@click.argument("name")
def schema(name: str) -> None:
    """Print a JSON Schema: config, inspection, language, manifest or result."""
    from retold.checker import schemas

    if name not in schemas.NAMES:
        raise Problem(f"unknown schema {name!r}{schemas.nearest(name, schemas.NAMES)}")
    click.echo(schemas.text(name), nl=False)


if __name__ == "__main__":
    main()
