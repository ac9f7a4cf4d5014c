"""What readers, writers and dialects refuse, and which fields are read as numbers."""
import copy
import csv
import io
import pickle


def told(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


for limits in ((), ("x",), (True,), (None,)):
    told(csv.field_size_limit, *limits)
excel = csv.get_dialect("excel")
told(copy.copy, excel)
told(pickle.dumps, excel)
reader, writer = csv.reader(["a,b"]), csv.writer(io.StringIO())
print(str(excel)[:24], type(reader), type(reader.dialect), type(writer), type(writer.dialect), reader.line_num)
for name in ("dialect", "line_num"):
    told(delattr, reader, name)
    told(setattr, reader, name, 3)
told(delattr, writer, "dialect")
told(setattr, excel, "delimiter", ";")
told(delattr, excel, "quoting")
print(excel.delimiter, excel.quoting, repr(excel.lineterminator))

refused = [
    {"quoting": "x"}, {"quoting": 9}, {"quoting": True}, {"quotechar": ""}, {"quotechar": "ab"}, {"quotechar": 4}, {"quotechar": ","},
    {"delimiter": "ab"}, {"delimiter": None}, {"escapechar": b"a"}, {"lineterminator": 4}, {"lineterminator": None}, {"other": 1},
]
for options in refused:
    told(csv.reader, [], **options)
print(next(csv.reader(["a,'b'"], quotechar=None)))


class Quoteless(csv.excel):
    quotechar = None


told(Quoteless)
for quoting in range(6):
    told(lambda: list(csv.reader(['1,".5",.5,,""', 'a,"b"'], quoting=quoting)))
print(list(csv.reader(['1\\.5,\\.5,"\\.5"'], quoting=csv.QUOTE_STRINGS, escapechar="\\")))
