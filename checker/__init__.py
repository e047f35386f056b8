"""What retold knows and compares: it knows no rule and no report."""

from functools import lru_cache


@lru_cache(maxsize=1)
def version() -> str:
    """The installed version of retold; "0+unknown" in a checkout that is not installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("retold")
    except PackageNotFoundError:
        return "0+unknown"
