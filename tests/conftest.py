"""Make the checkout importable as `retold` when it is not installed, and share what many tests need."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

try:
    import retold  # noqa: F401
except ModuleNotFoundError:
    package = ModuleType("retold")
    package.__path__ = [str(ROOT)]
    sys.modules["retold"] = package

settings.register_profile("retold", max_examples=50, deadline=None, derandomize=True, print_blob=True)
settings.load_profile("retold")


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the command line as a user would; the exit code and both streams come back."""
    from retold.cli import main

    def invoke(*args: object, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], input=input)

    return invoke
