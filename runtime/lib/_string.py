"""How string.Formatter reads format strings."""

from string import _parse_format, _split_field_name


def _checked(text):
    if not isinstance(text, str):
        raise TypeError(f"expected str, got {type(text).__name__}")
    return text


def formatter_parser(text, /):
    """The pieces of a format string, as Formatter.parse gives them."""
    return _parse_format(_checked(text))


def formatter_field_name_split(name, /):
    """The first part of a field's name, and an iterator over the others."""
    return _split_field_name(_checked(name))
