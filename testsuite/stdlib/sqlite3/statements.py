"""sqlite3: statements, values, errors, transactions."""
import datetime
import sqlite3
import warnings


def tries(function, *args, **kwargs):
    try:
        answer = function(*args, **kwargs)
        print("fine" if isinstance(answer, sqlite3.Cursor) else answer)
    except Exception as error:
        print(type(error), error, getattr(error, "sqlite_errorcode", None), getattr(error, "sqlite_errorname", None))


con = sqlite3.connect(":memory:")
cur = con.cursor()
print(cur.lastrowid, cur.rowcount, cur.description, cur.arraysize, cur.connection is con)
cur.execute("create table t(a, b)")
print(cur.lastrowid, cur.rowcount, cur.description, con.in_transaction)
cur.execute("insert into t values(1, 2)")
print(cur.lastrowid, cur.rowcount, cur.description, con.in_transaction, con.total_changes)
cur.executemany("insert into t values(?, ?)", ((i, str(i)) for i in range(3, 6)))
print(cur.lastrowid, cur.rowcount)
con.commit()
print(con.in_transaction)
cur.execute("select * from t order by a")
print(cur.rowcount, cur.description, cur.fetchone(), cur.fetchmany(), cur.fetchmany(2), cur.fetchone(), cur.fetchall())
cur.execute("  /* which */ -- ones\n update t set a = 9 where a > 1")
print(cur.rowcount, cur.lastrowid)
for row in con.execute("select a, b from t where a = :a and b != :b", {"a": 9, "b": "4"}):
    print(row)
values = (None, 1, -2**63, 2.5, float("inf"), "ü\U0001F600", "", b"\x00\xff", b"", bytearray(b"ba"), memoryview(b"mv"), True)
print(con.execute("select " + ", ".join("?" * len(values)), values).fetchone())
print(con.execute("select typeof(?), typeof(?), typeof(?), typeof(?), typeof(?)", (None, 1, 1.0, "", b"")).fetchone())

tries(cur.execute, "select ?", (1, 2))
tries(cur.execute, "select :a", {"b": 1})
tries(cur.execute, "select ?", {"a": 1})
tries(cur.execute, "select ?", 5)
tries(cur.execute, "select ?", ([],))
tries(cur.execute, "select :a", {"a": object})
tries(cur.execute, "select 1; select 2")
tries(cur.execute, "selec")
tries(cur.execute, "select * from nope")
tries(cur.execute, 5)
tries(cur.execute, "")
tries(cur.execute, "-- comment")
tries(cur.execute, "select 1 -- comment")
tries(cur.execute, "select 1; /* more */ ;")
tries(cur.execute, "select 'a\0b'")
tries(cur.execute, "insert into t values(?, ?)", (2**70, 1))
tries(cur.executemany, "select ?", [(1,)])
tries(cur.executemany, "insert into t values(?, ?)", [(1, 2), (1,)])
con.execute("create table u(x integer primary key autoincrement, y text unique not null check(y != 'no'))")
con.execute("insert into u values(1, 'a')")
tries(con.execute, "insert into u values(1, 'b')")
tries(con.execute, "insert into u values(2, 'a')")
tries(con.execute, "insert into u values(3, null)")
tries(con.execute, "insert into u values(3, 'no')")
tries(con.execute, "insert into u values('x', 'no')")
tries(cur.executescript, "select 1; bad")
tries(cur.executescript, "create table v(x); insert into v values(';'); -- end\n insert into v values(2);")
print(con.execute("select * from v").fetchall(), con.in_transaction)
tries(cur.executescript, b"x")
tries(con.execute, "select cast(x'ff' as text) as c")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(con.execute("select :a, :b", (1, 2)).fetchone())
    print([(each.category.__name__, str(each.message)) for each in caught])

# Transactions.
con.execute("delete from v")
con.rollback()
print(con.execute("select count(*) from v").fetchone(), con.in_transaction)
try:
    with con:
        con.execute("insert into v values('lost')")
        raise KeyError("inside")
except KeyError:
    print(con.execute("select count(*) from v").fetchone(), con.in_transaction)
with con:
    con.execute("insert into v values('kept')")
print(con.execute("select count(*) from v").fetchone(), con.in_transaction, repr(con.isolation_level))
con.isolation_level = None
con.execute("insert into v values('at once')")
print(con.in_transaction, con.isolation_level)
con.execute("begin")
con.execute("delete from v")
con.rollback()
con.isolation_level = "IMMEDIATE"
tries(setattr, con, "isolation_level", "sometimes")
tries(setattr, con, "isolation_level", 5)
cur = con.execute("insert into v values(7) returning x")
print(cur.rowcount, cur.fetchall(), cur.rowcount)
con.commit()
explicit = sqlite3.connect(":memory:", autocommit=False)
print(explicit.in_transaction, explicit.autocommit)
explicit.execute("create table w(x)")
explicit.commit()
print(explicit.in_transaction)
explicit.autocommit = True
print(explicit.in_transaction, con.autocommit == sqlite3.LEGACY_TRANSACTION_CONTROL)
explicit.close()

# Fetching in parts.
cur = con.cursor()
cur.arraysize = 2
cur.execute("select x from v")
print(cur.fetchmany(), cur.fetchmany(1), cur.fetchmany(5), list(cur))
print([row for row in cur.execute("values (1), (2), (3)")], next(cur.execute("select 8")))

# What is closed.
cur.close()
tries(cur.execute, "select 1")
tries(cur.fetchone)
con.close()
con.close()
tries(con.execute, "select 1")
tries(con.cursor)
tries(con.commit)
tries(lambda: con.in_transaction)
tries(sqlite3.connect, "/no/such/folder/x.db")
tries(sqlite3.connect, ":memory:", isolation_level="bad")
tries(sqlite3.connect, 5)
print(sqlite3.apilevel, sqlite3.paramstyle, sqlite3.threadsafety, sqlite3.sqlite_version_info >= (3, 35))
print(sqlite3.complete_statement("select 1;"), sqlite3.complete_statement("select 1"), sqlite3.Binary, sqlite3.Date is datetime.date)
print(sqlite3.IntegrityError.__mro__, sqlite3.SQLITE_CONSTRAINT_UNIQUE)
