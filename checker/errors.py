"""The errors a user can mend. Each reads as one line that names the thing and the mend; the command exits with 2."""


class RetoldError(Exception):
    """Base of every error whose message is meant for the user."""


class UnreadableInput(RetoldError):
    """A text, manifest or configuration that could not be read."""


class ConfigError(RetoldError):
    """A setting that is unknown or has a value it cannot have."""


class EncoderError(RetoldError):
    """An encoder that was asked for by name and cannot be loaded."""


class ParserError(RetoldError):
    """A parser that was asked for and is not installed, or cannot be loaded."""


class NotChecked(Exception):
    """Raised by a rule that cannot judge this comparison; its text is the reason a reader sees."""
