"""The characters that HTML has names for."""

from html._entity_table import NAMES_OF_HTML4, NAMES_OF_HTML5

__all__ = ["html5", "name2codepoint", "codepoint2name", "entitydefs"]


def _text(numbers):
    return "".join(chr(int(each, 16)) for each in numbers.split("+"))


html5 = {name: _text(numbers) for name, _, numbers in (each.partition(":") for each in NAMES_OF_HTML5.split())}
name2codepoint = {name: int(number, 16) for name, _, number in (each.partition(":") for each in NAMES_OF_HTML4.split())}
codepoint2name = {number: name for name, number in name2codepoint.items()}
entitydefs = {name: chr(number) for name, number in name2codepoint.items()}
