# The module string: constants, templates, formatters with every hook, and their errors.
import string
from string import Formatter, Template

for name in ("ascii_letters", "ascii_lowercase", "ascii_uppercase", "digits", "hexdigits", "octdigits", "printable", "punctuation", "whitespace"):
    print(name, repr(getattr(string, name)))
print(repr(string.capwords("  hello   big world ")), string.capwords("a-b-c", "-"))


class At(Template):
    delimiter = "@"


for text in ["$x and ${y} cost $$5", "$", "$5", "a\n$x\n ${", "${x", "$x$y", "$$x", "no names", "$X ${_a1}z", "${1}"]:
    template = Template(text)
    print(repr(text), template.is_valid(), end=" ")
    for act in (lambda: template.substitute(x=1, y="two"), lambda: template.substitute({"x": 1}, y=2), template.get_identifiers, template.safe_substitute, lambda: template.safe_substitute({"x": 0}, x=9)):
        try:
            print(repr(act()), end=" ")
        except (KeyError, ValueError) as e:
            print(type(e).__name__, e, end=" ")
    print()
print(At("@x @{y} @@ $z").substitute(x=1, y=2), At("@x").template, At.delimiter)


class Loud(Formatter):
    def get_value(self, key, args, kwargs):
        print("get", key)
        return super().get_value(key, args, kwargs) if key != "missing" else "?"

    def check_unused_args(self, used_args, args, kwargs):
        print("used", sorted(map(str, used_args)))

    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)

    def format_field(self, value, format_spec):
        return f"<{super().format_field(value, format_spec)}>"


print(Loud().format("{0} {name!r:>6} {missing} {0!u} {1[k]} {name.__class__.__name__}", "a", {"k": 5}, name="n"))
f = Formatter()
print(f.format("{} {} {{}} {x:{w}} {!a}", 1, 2, "\u00e9", x=3, w=4), f.vformat("{0[1]}", ([1, 2],), {}))
for text in ["{", "}", "{0", "{} {0}", "{0} {}", "{x!z}", "{x!", "{x!r", "{x!rr}", "{a.}", "{a[}", "{a[]}", "{a[b]c}", "{x:{y:{z:{w}}}}", "{nope}", "{5}"]:
    try:
        print(text, f.format(text, 1, x=2, y=3, z=4, w=5, a=6))
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as e:
        print(text, type(e).__name__, e)
print(list(f.parse("a{b!r:c}d{{e}}{f}{:>{w}}")), f.get_field("x.real", (), {"x": 7}))
