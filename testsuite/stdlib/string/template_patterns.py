# Templates whose placeholders look otherwise: names, braces, flags and whole patterns of one's own.
import re
from string import Template


def attempt(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, *error.args[:1])


class Letters(Template):
    idpattern = "[a-z]+"
    flags = re.VERBOSE


class Percent(Letters):
    delimiter = "%"


class Braced(Template):
    braceidpattern = r"[\w.]+"


class Dotted(Template):
    pattern = r"""
    (?P<escaped>@{2})                 |
    @(?P<named>[_a-z][._a-z0-9]*)     |
    @{(?P<braced>[_a-z][._a-z0-9]*)}  |
    (?P<invalid>@)
    """


class Unknown(Template):
    pattern = r"""
    (?P<other>!.)  | (?P<escaped>@{2}) | @(?P<named>[a-z]+) | @{(?P<braced>[a-z]+)} | (?P<invalid>@)
    """


for cls, text in ((Letters, "$name and $Name, $$ ${name}"), (Percent, "%name $name %%"), (Braced, "${a.b} $a.b ${name}"),
                  (Dotted, "@a.b @@ @{name}"), (Dotted, "line\n@a.b @ x"), (Unknown, "@name !x"), (Template, "$name ${name} $$")):
    template = cls(text)
    attempt(template.substitute, {"name": "N", "a.b": "AB", "a": "A"})
    attempt(template.safe_substitute, {"a": "A"})
    attempt(template.is_valid)
    attempt(template.get_identifiers)

attempt(Dotted("@missing").substitute)
print(Letters.idpattern, Template.idpattern, Template.braceidpattern, Template.flags, Template.delimiter)
print(Template.pattern.pattern == Template("x").pattern.pattern, Percent.pattern.search("x %abc")["named"])
