"""sqlite3: rows, types, functions of Python's, files, threads, copies."""
import datetime
import os
import sqlite3
import tempfile
import threading
import warnings
from dataclasses import dataclass


def tries(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


con = sqlite3.connect(":memory:")
con.row_factory = sqlite3.Row
row = con.execute("select 1 as a, 'x' as B").fetchone()
same = con.execute("select 1 as a, 'x' as B").fetchone()
print(row[0], row["b"], row["A"], row[-1], row.keys(), tuple(row), len(row), dict(row), row[0:1], "x" in row)
print(row == same, hash(row) == hash(same), row == (1, "x"), isinstance(row, sqlite3.Row))
tries(lambda: row["zz"])
tries(lambda: row[5])
tries(lambda: row[2.5])
con.row_factory = lambda cursor, values: {column[0]: value for column, value in zip(cursor.description, values)}
print(con.execute("select 1 as one, 2 as two").fetchall())
con.row_factory = None
con.text_factory = bytes
print(con.execute("select 'x', x'01', 1").fetchone())
con.text_factory = lambda data: data.decode() + "!"
print(con.execute("select 'x', x'01', 1").fetchone())
con.text_factory = str


# Functions that SQL calls.
def add(a, b):
    return a + b


class Longest:
    def __init__(self):
        self.found = ""

    def step(self, text):
        if len(text) > len(self.found):
            self.found = text

    def finalize(self):
        return self.found


con.create_function("add2", 2, add, deterministic=True)
con.create_function("fail", 0, lambda: 1 / 0)
con.create_function("kind", -1, lambda *args: repr(args))
con.create_aggregate("longest", 1, Longest)
con.create_collation("backwards", lambda a, b: (a < b) - (a > b))
print(con.execute("select add2(1, 2), add2('a', 'b'), kind(null, 1, 2.5, 'x', x'00'), kind()").fetchone())
print(con.execute("select longest(column1) from (values ('a'), ('ccc'), ('bb'))").fetchone())
print(con.execute("select column1 from (values ('a'), ('c'), ('b')) order by 1 collate backwards").fetchall())
tries(con.execute, "select fail()")
tries(con.execute, "select add2(1, 'x')")
con.create_function("add2", 2, None)
tries(con.execute, "select add2(1, 2)")
traced = []
con.set_trace_callback(traced.append)
con.execute("select ?", ("value",)).fetchall()
con.set_trace_callback(None)
con.execute("select 2")
print(traced)
con.set_progress_handler(lambda: 1, 10)
tries(con.execute, "with recursive c(x) as (select 1 union all select x + 1 from c where x < 100000) select count(*) from c")
con.set_progress_handler(None, 10)


# Types of one's own.
@dataclass
class Point:
    x: float
    y: float

    def __conform__(self, protocol):
        if protocol is sqlite3.PrepareProtocol:
            return f"{self.x};{self.y}"


class Colour:
    def __init__(self, name):
        self.name = name


sqlite3.register_adapter(Colour, lambda colour: "colour " + colour.name)
sqlite3.register_converter("point", lambda data: Point(*map(float, data.split(b";"))))
typed = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
typed.execute("create table p(a point, b text, c POINT(2))")
typed.execute("insert into p values(?, ?, null)", (Point(1, 2.5), Colour("red")))
print(typed.execute("select * from p").fetchone())
cursor = typed.execute('select b, a || "" as "a [point]", c as "c [nothing]" from p')
print(cursor.description, cursor.fetchone())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(typed.execute("select ?, ?", (datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, 4, 5, 6))).fetchone())
    typed.execute("create table d(a date, b timestamp)")
    typed.execute("insert into d values('2020-01-02', '2020-01-02 03:04:05.000006')")
    print(typed.execute("select * from d").fetchone())
    print([str(each.message).split(" is ")[0] for each in caught])
typed.close()

# Dumps and copies.
con.executescript("""
    create table "odd ""name"(x, y default 'it''s');
    insert into "odd ""name"(x) values(1.5), (null), (x'78'), ('te''xt');
    create table s(x integer primary key autoincrement);
    insert into s values(5);
    create view seen as select x from s;
    create index places on s(x);
""")
for line in con.iterdump():
    print(line)
copy = sqlite3.connect(":memory:")
steps = []
con.backup(copy, pages=2, progress=lambda status, remaining, total: steps.append(remaining))
print(copy.execute("select * from s").fetchall(), steps[-1], len(steps) > 1)
tries(con.backup, con)
print(copy.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) > 0)
copy.close()

# A database in a file, two connections, and one that only reads.
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "data.db")
    with sqlite3.connect(path) as writer:
        writer.execute("create table n(x)")
        writer.executemany("insert into n values(?)", [(i,) for i in range(1000)])
    reader = sqlite3.connect(path, timeout=0.01)
    print(reader.execute("select count(*), sum(x) from n").fetchone())
    writer.execute("begin exclusive")
    tries(reader.execute, "insert into n values(1)")
    writer.rollback()
    reader.close()
    only = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    print(only.execute("select max(x) from n").fetchone())
    tries(only.execute, "delete from n")
    only.close()
    writer.close()
    with open(os.path.join(folder, "text"), "w") as file:
        file.write("this is no database at all, but it's long enough to be taken for one" * 20)
    broken = sqlite3.connect(os.path.join(folder, "text"))
    tries(broken.execute, "select * from sqlite_master")
    broken.close()

# Threads.
failures = []


def use(connection):
    try:
        failures.append(connection.execute("select 1").fetchone())
    except sqlite3.ProgrammingError as error:
        failures.append(str(error).split(".")[0])


shared = sqlite3.connect(":memory:", check_same_thread=False)
for connection in (con, shared):
    thread = threading.Thread(target=use, args=(connection,))
    thread.start()
    thread.join()
print(failures)


class Own(sqlite3.Connection):
    def cursor(self):
        return super().cursor(OwnCursor)


class OwnCursor(sqlite3.Cursor):
    def total(self):
        return sum(row[0] for row in self)


own = sqlite3.connect(":memory:", factory=Own)
print(type(own).__name__, own.cursor().execute("values (1), (2)").total())
for each in (con, shared, own):
    each.close()
