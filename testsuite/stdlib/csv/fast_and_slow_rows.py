# Rows that are read and written at once, and those that take a look at each character.
import csv
import io
import itertools


class Text(str):
    def __str__(self):
        return "as text"


class Number(int):
    def __str__(self):
        return "a number"


ROWS = [
    [], [""], [None], ["", ""], [None, None], ["a"], ["a", "b"], ("a", "b"), [1, 2.5, True, None], [-0.0, 1e22, float("inf"), float("nan")],
    [10**30, -7], ["a,b", 'say "hi"', '"', '""', ','], ["x\ny", "x\r", "\n", "\r\n"], [" lead", "trail ", " "],
    ["é", "汉字", "\U0001f600,"], ["a;b", "c\td", "e'f"], [Text("t"), Number(3), "x"], [b"bytes", [1, 2], {"k": 1}],
    iter("abc"), {"k": 1, "l": 2}, range(3), "text", ["\0", "a\0b"], ["x" * 300],
]
DIALECTS = [
    {}, {"delimiter": ";"}, {"delimiter": "\t"}, {"quotechar": "'"}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC},
    {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL}, {"doublequote": False, "escapechar": "\\"}, {"escapechar": "\\"},
    {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE}, {"lineterminator": "\n"}, {"lineterminator": "!"},
    {"lineterminator": ""}, {"delimiter": " ", "skipinitialspace": True}, {"delimiter": "汉"}, {"quotechar": "é"}, {"quotechar": None, "quoting": csv.QUOTE_NONE},
    {"delimiter": "1"}, {"skipinitialspace": True}, {"doublequote": False},
]
LINES = [
    "", "\n", "a", "a\n", "a,b,c\r\n", ",", ",,\n", "a,", ",a", '"a"', '"a",b', '"a""b",c', '"a,b"', '"a"x,b', 'a"b,c', 'a "b"', '"', '"a', '"a\nb"', '"a\n',
    '""', '"",""', '"""",x', 'é,汉,\U0001f600', 'a\rb', 'a\r\n\r\n', '\r', 'x\n\n', ' a, b', "a;b\t'c;d'", "a\\,b", '"a\\"b"', "1,2.5,'3'", '"1",2\n', "a\0b",
    '"a"\r', '"a" ,b', '\ufeffa,b', "a,b\x0bc\x85d\u2028e",
]


def written(row, options):
    out = io.StringIO()
    try:
        given = csv.writer(out, **options).writerow(row)
    except Exception as error:
        return f"{type(error).__name__}: {error}", out.getvalue()
    return given, out.getvalue()


def read(lines, options):
    rows = []
    try:
        reader = csv.reader(lines, **options)
        for row in reader:
            rows.append((reader.line_num, row))
    except Exception as error:
        rows.append(f"{type(error).__name__}: {error}")
    return rows


for options in DIALECTS:
    print(options)
    for row in ROWS:
        if not hasattr(row, "__next__"):
            print("  ", *map(repr, written(row, options)))
    for line in LINES:
        print("  ", repr(line), read([line], options))
    for lines in itertools.permutations(['"a', 'b",c\n', "d,e"], 3):
        print("  ", lines, read(list(lines), options))
    print("  ", read(LINES, options))
    print("  ", read(LINES, {**options, "strict": True}))

print(written(iter("abc"), {}), written(5, {}))
print(read([1], {}), read([b"a,b"], {}), read("a,b\n", {}), read([Text("a,b")], {}), type(read([Text("ab")], {})[0][1][0]))
csv.field_size_limit(5)
print(read(["abcd,e", "abcde,f", "abcdef"], {}), read(["a,b,c,d", '"abcdef"'], {}))
csv.field_size_limit(131072)


# Rows are written as they come.
def rows():
    yield {"a": 1}
    yield {"a": 2, "b": 3}
    yield {"c": 4}
    yield {"a": 5}


out = io.StringIO()
writer = csv.DictWriter(out, ["a", "b"], restval="-")
try:
    writer.writerows(rows())
except ValueError as error:
    print(error)
print(repr(out.getvalue()))
