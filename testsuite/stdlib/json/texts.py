# Reading and writing JSON: values, hooks, options, and the errors with their places.
import json
from json import JSONDecodeError, JSONDecoder, JSONEncoder, dumps, loads


class Point:
    def __init__(self, x):
        self.x = x


READ = [
    '{"a": [1, 2.5, true, null, "x\\u00e9\\n"], "b": {}}', "", "[1,]", '{"a":1,}', '{"a" 1}', "{1:2}", "[1 2]", '"abc',
    '"a\\x"', '"\\u12"', '"\x01"', "[NaN, Infinity, -Infinity]", "-", "01", "1.", "1e5", "-0", "1.5E+3", "nul", "[", "{",
    '{"a"', '{"a":', "[1", " [1] x", '"\\ud83d\\ude00"', "\ufeff1", "[]", "[ ]", "{ }", '"\\u123g"', "truefalse",
    '{"a":1 "b":2}', '["a"', '{"a":}', "[,]", '"\\', '{"k":[1,{"z":null}]}', "12345678901234567890",
    "1.7976931348623157e309", "[1,2", '{"a":1,"a":2}', "[tru]", '"\t"', '{"a":1, "b"}', "\n\n  [1,\n 2,\n x]",
]
for text in READ:
    try:
        print(repr(text), "->", repr(loads(text)))
    except JSONDecodeError as e:
        print(repr(text), "!", e, e.msg, e.pos, e.lineno, e.colno)

WRITE = [
    [1, 2, {"a": None, "b": [True, False]}], 'h\u00e9llo"\\\n\t\x7f\x00\U0001f600', 1.5, 1e100, float("nan"),
    {1: 2, None: 3, True: 4, 2.5: 5}, [], {}, [[]], (1, 2), {"z": 1, "a": {"y": [], "x": [1]}}, {(1, 2): 3}, Point(1),
    [Point(1)], {"k": Point(1)}, {1, 2}, b"x", -0.0, 10**30, {"a": [1, {"b": {3}}]},
]
OPTIONS = [
    {}, {"indent": 2}, {"sort_keys": True}, {"separators": (",", ":")}, {"ensure_ascii": False}, {"skipkeys": True},
    {"allow_nan": False}, {"indent": "\t", "sort_keys": True}, {"indent": 0},
    {"default": lambda o: f"<{type(o).__name__}>"},
]
for value in WRITE:
    for options in OPTIONS:
        try:
            print(list(options), dumps(value, **options))
        except (TypeError, ValueError) as e:
            print(list(options), type(e).__name__, e)

loop = []
loop.append(loop)
for check in (True, False):
    try:
        dumps(loop, check_circular=check)
    except (ValueError, RecursionError) as e:
        print(type(e).__name__)


class Encoder(JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x}
        return super().default(o)


print(dumps([Point(1), 3], cls=Encoder), Encoder().encode({"a": Point(2)}), list(Encoder().iterencode([1, [2, {"a": 3}]])))
print(list(JSONEncoder(indent=1).iterencode({"a": [1, 2], "b": {}})))
try:
    dumps(object, cls=Encoder)
except TypeError as e:
    print(e)
print(loads('{"a":{"b":1}}', object_hook=lambda d: ("o", d)), loads('{"a":1}', object_pairs_hook=list))
print(loads("[1.5, 2]", parse_float=str, parse_int=lambda s: "i" + s), loads("[NaN]", parse_constant=lambda s: s))
print(JSONDecoder().raw_decode("[1] tail"), loads(b"[1]"))
try:
    loads(5)
except TypeError as e:
    print(e)


class File:
    def __init__(self, text=""):
        self.text = text

    def write(self, text):
        self.text += text

    def read(self):
        return self.text


f = File()
json.dump({"a": 1, "b": [None]}, f, indent=1)
print(f.text, json.load(f))
f = File()
try:
    json.dump([1, [2, object]], f)
except TypeError as e:
    print(e, f.text)
