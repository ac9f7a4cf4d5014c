# Messages name the classes that CPython has in C with their module, whether they're Python here or C++; and their subclasses without.
import csv
import datetime
import decimal
import functools
import hashlib
import io
import queue
import sqlite3
import threading
import types
import xml.etree.ElementTree as ElementTree
import zlib
import zoneinfo


class Day(datetime.date):
    pass


class Derived(io.StringIO):
    pass


values = [
    datetime.date(2024, 1, 2), datetime.datetime(2024, 1, 2), datetime.timedelta(1), datetime.time(1), datetime.timezone.utc,
    Day(2024, 1, 2), decimal.Decimal(1), decimal.getcontext(), io.StringIO(), io.BytesIO(),
    Derived(), open("/dev/null"), open("/dev/null", "rb"), open("/dev/null", "rb", buffering=0), open("/dev/null", "wb"),
    types.SimpleNamespace(), zoneinfo.ZoneInfo("UTC"), sqlite3.connect(":memory:"), sqlite3.connect(":memory:").cursor(),
    queue.SimpleQueue(), ElementTree.Element("a"), csv.reader([]), csv.writer(io.StringIO()), threading.Lock(), threading.RLock(),
    hashlib.sha256(), zlib.compressobj(), list[int], int | str, functools.partial(int),
]
attempts = (lambda value: value + object(), lambda value: object() < value, lambda value: value.nothing, lambda value: -value)
for value in values:
    kind = type(value)
    print(kind.__name__, kind.__qualname__, kind.__module__)
    for attempt in attempts:
        try:
            print("   ", attempt(value))
        except (TypeError, AttributeError) as error:
            print("   ", error)
