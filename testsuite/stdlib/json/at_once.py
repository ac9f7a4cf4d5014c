"""Everyday JSON is read and written at once by the runtime; what's wrong or out of the ordinary is left to the module itself: nobody sees the difference."""
import json


class Text(str):
    pass


class Number(int):
    def __repr__(self):
        return "never"


def read(text, **options):
    try:
        return json.loads(text, **options)
    except (ValueError, RecursionError) as error:
        return type(error).__name__, str(error)


def written(value, **options):
    try:
        return json.dumps(value, **options)
    except (ValueError, TypeError, RecursionError) as error:
        return type(error).__name__, str(error)


GOOD = [
    "null", "true", " false ", "0", "-0", "-12", "1234567890123456789012", "3.5", "-0.0", "1e5", "1E-3", "2.5e+2", "1e400", "-1e400",
    '""', '"abc"', '"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\u0041\\u00e9\\u20AC"', '"\\ud83d\\ude00"', '"\\ud83dx"', '"\\ud83d\\u0041"',
    "[]", "[ ]", "[1, 2 ,3]", "{}", '{"a": 1, "b": [true, null], "a": 2}', '\n{"x" : {"y":"\u00e4\u20ac\U0001f600"} }\t',
    "NaN", "[Infinity, -Infinity]", "[" * 300 + "]" * 300,
]
BAD = [
    "", " ", "nul", "truex", "01", "-", "1.", ".5", "1e", "+1", '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\u12g4"', "[1,]", "[1 2]", "[,]", "[", "{", '{"a"}',
    '{"a":}', '{"a":1,}', '{"a":1 "b"}', "{1:2}", "[1]]", '{"a":1}x', "\u00e4",
]
for text in GOOD:
    value = read(text)
    print(text[:40], "->", ascii(value)[:60], type(value).__name__)
for text in BAD:
    print(ascii(text), "->", read(text))
print(read('"a\tb"', strict=False), read(b'{"k": [1, 2.0]}'), read(Text("[1]")))
print(read("[1, 2.5]", parse_int=str, parse_float=str), read('{"a": {"b": 1}}', object_hook=sorted),
      read('{"a": 1, "a": 2}', object_pairs_hook=list))
keys = [list(each)[0] for each in read('[{"key": 1}, {"key": 2}]')]
print(keys[0] is keys[1])
print(json.JSONDecoder().raw_decode('  [1] tail', 2), read("9" * 5000)[0])

VALUES = [
    None, True, False, 0, -5, 2 ** 70, 1.5, -0.0, 1e100, float("nan"), float("inf"), -float("inf"), "", "abc", 'q"\\\n\t\x00\x1f\x7f', "\u00e4\u20ac\U0001f600\ud800",
    [], [1, [2, []]], (), (1, "a"), {}, {"a": 1, "b": {"c": [True, None]}}, {1: 2, 2.5: 3, None: 4, True: 5, "s": 6}, [True, False],
    Text("text"), Number(7), [Number(7)], {Text("k"): Text("v")}, {1, 2}, object, {(1, 2): 3}, b"x", range(3), {"z": 1, "a": 2, "\u00e4": 3},
]
for value in VALUES:
    for options in ({}, {"indent": 2}, {"ensure_ascii": False, "separators": (",", ":")}, {"sort_keys": True, "indent": "--"}, {"allow_nan": False}):
        print(ascii(written(value, **options)))
circle = []
circle.append(circle)
print(written(circle), written({"a": circle}))
deep = []
for _ in range(300):
    deep = [deep]
print(len(written(deep)), written({"a": [1, {2}]}, default=sorted), written({("t",): 1, "b": 2}, skipkeys=True))


class Encoder(json.JSONEncoder):
    item_separator = " ; "

    def default(self, o):
        return f"<{type(o).__name__}>"


print(Encoder().encode([1, {2}, {"a": b""}]), json.dumps([1, 2], cls=Encoder), "".join(json.JSONEncoder().iterencode([1, "a"])))
