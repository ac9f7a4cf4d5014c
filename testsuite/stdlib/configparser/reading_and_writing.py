"""Configuration files: what they may look like, what's got from them, and what's wrong with them."""
import configparser
import os
import sys
import tempfile

TEXT = """# A comment
[DEFAULT]
base = /home
n = 1

; another
[a]
x = 1
y: two
Z=three
multi = line1
  line2

  # in between
  line4
empty =
path = %(base)s/a
esc = 100%%
flag = yes
off=Off
f = 1.5
[b]
x = b
[b.c d]
k = v ; not inline
"""


def shown(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except (configparser.Error, KeyError, ValueError, TypeError, AttributeError) as error:
            print(type(error).__name__, "|", error)


def parsed(text, **options):
    parser = configparser.ConfigParser(**options)
    parser.read_string(text)
    return parser


p = parsed(TEXT)
shown(
    p.sections, p.defaults, lambda: dict(p["a"]), lambda: p.get("a", "Z"), lambda: p["a"]["z"], lambda: p.getboolean("a", "flag"),
    lambda: p.getboolean("a", "off"), lambda: p.getboolean("a", "y"), lambda: p.getint("a", "x"), lambda: p.getint("a", "y"),
    lambda: p.getfloat("a", "f"), lambda: p.get("a", "none"), lambda: p.get("none", "x"), lambda: p["none"], lambda: p["a"]["none"],
    lambda: p.get("a", "none", fallback=5), lambda: p.getint("none", "x", fallback=None), lambda: p["a"].get("none"),
    lambda: p["a"].get("none", "d"), lambda: p["a"].getint("x"), lambda: p["a"].getint("none"), lambda: p["a"].getint("none", 7),
    lambda: p["a"].getboolean("flag"), lambda: p["a"].getfoo, lambda: p.has_section("a"), lambda: p.has_section("DEFAULT"),
    lambda: p.has_option("a", "x"), lambda: p.has_option("a", "base"), lambda: p.has_option("none", "x"), lambda: p.options("a"),
    lambda: p.options("none"), lambda: p.items("b"), lambda: p.items("a", raw=True), lambda: p.items("none"), lambda: list(p), lambda: len(p),
    lambda: "a" in p, lambda: "x" in p["a"], lambda: len(p["a"]), lambda: p["a"], lambda: p["a"].name, lambda: p["b.c d"]["k"],
    lambda: p.get("a", "path", raw=True), lambda: p.get("a", "path", vars={"base": "V"}), lambda: p.add_section("a"),
    lambda: p.add_section("DEFAULT"), lambda: p.add_section(5), lambda: p.set("a", "new", "v"), lambda: p.set("a", "bad", "50%"),
    lambda: p.set("a", "n", 5), lambda: p.set("none", "n", "v"), lambda: p.remove_option("a", "new"), lambda: p.remove_option("a", "new"),
    lambda: p.remove_section("b"), lambda: p.remove_section("b"), lambda: p.set("DEFAULT", "q", "1"), p.popitem, p.sections,
)
p["new"] = {"k": "v", "n": 5}
print(dict(p["new"]))
shown(lambda: p["new"].__setitem__("z", 5), lambda: p["new"].__delitem__("none"), lambda: p.__delitem__("DEFAULT"))
del p["new"]["k"]
p["new"]["text"] = "several\nlines\n\nof it"
p.write(sys.stdout)
p.write(sys.stdout, space_around_delimiters=False)

# What's wrong with these.
for text in [
    "x=1", "[a]\nx", "[a]\nx=1\nx=2", "[a]\n[a]", "[a]\n= v", "[a]\n  x=1\n y=2", "[a", "[a]\nx = 1\n   y", "[]\nx=1", "[a]]\nx=1",
    "[a]\nx\ny\n", "[DEFAULT]\n[DEFAULT]\n",
]:
    wrong = configparser.ConfigParser()
    try:
        wrong.read_string(text)
        print("fine")
    except configparser.Error as error:
        print(type(error).__name__, error, getattr(error, "errors", None))
    print({name: dict(wrong[name]) for name in wrong.sections()})

# Other ways to write them.
q = parsed("[a]\nx\ny=\nz", allow_no_value=True)
print(dict(q["a"]))
q.write(sys.stdout)
shown(lambda: parsed("[a]\nx\n  more", allow_no_value=True))
print(dict(parsed("[a]\nx=1\nx=2\n[a]\ny=3", strict=False)["a"]))
q = parsed("// c\n[a]\nx ~ 1 ; c\ny~a;b # d\nz~#c\n", delimiters=("~",), comment_prefixes=("//",), inline_comment_prefixes=(";", "#"))
print(dict(q["a"]))
q.write(sys.stdout)
print(parsed("[a]\nx=%(y)s %", interpolation=None)["a"]["x"])
q = parsed("x=1\n[a]\ny=2", allow_unnamed_section=True)
print(q.sections(), q[configparser.UNNAMED_SECTION]["x"])
q.write(sys.stdout)
print(dict(parsed("[a]\nx=1\n  2\n\n  3=4\n", empty_lines_in_values=False)["a"]))

# References.
q = parsed(
    "[a]\nx=%(y)s\ny=%(z)s\nz=end\nloop=%(loop)s\nbad=%(none)s\nbad2=%(x\nbad3=%x\nbad4=%()s\nnest=%(X)s-%(x)s"
)
for name in ("x", "loop", "bad", "bad2", "bad3", "bad4", "nest"):
    shown(lambda: q["a"][name])
q = parsed(
    "[a]\nx=1\ny=${x}$$\nz=${b:w} ${a:x}\nbad=${none}\nbad2=${b:none}\nbad3=${\nbad4=$x\nbad5=${a:b:c}\n[b]\nw=W${q}\nq=Q\n",
    interpolation=configparser.ExtendedInterpolation(),
)
for name in ("y", "z", "bad", "bad2", "bad3", "bad4", "bad5"):
    shown(lambda: q["a"][name])

# From other sources.
raw = configparser.RawConfigParser({"d": "1"}, default_section="common")
raw.read_string("[common]\nz=1\n[a]\nx=%(z)s")
raw.set("a", "n", 5)
print(raw.get("a", "x"), raw.get("a", "n"), raw.defaults(), raw.default_section)
q = configparser.ConfigParser(converters={"list": lambda value: value.split(",")})
q.read_dict({"s": {"a": 1, "b": "w,x"}, "t": {}})
print({name: dict(q[name]) for name in q.sections()}, q.getlist("s", "b"), q["s"].getlist("b"), q["s"].getlist("none", []))
shown(lambda: q.read_dict({"s": {"a": 1, "A": 2}}), lambda: configparser.ConfigParser(interpolation=5))


class Sensitive(configparser.ConfigParser):
    def optionxform(self, optionstr):
        return optionstr


q = Sensitive()
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "x.ini")
    with open(path, "w", encoding="utf-8") as file:
        file.write("[f]\naB=1\n")
    print(len(q.read([path, os.path.join(folder, "none.ini")])), q.read("none.ini"), dict(q["f"]))
    with open(path, encoding="utf-8") as file:
        q = configparser.ConfigParser()
        q.read_file(file)
shown(lambda: dict(q["f"]), lambda: q.read_file(["[g]", "x=1"], "somewhere"), q.sections)
for error in (configparser.NoSectionError("s"), configparser.DuplicateOptionError("s", "o", "file", 3), configparser.ParsingError("f", 1, "x")):
    print(repr(error), error.args)
print(configparser.DEFAULTSECT, configparser.ConfigParser.BOOLEAN_STATES["yes"])
