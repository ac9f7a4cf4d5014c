import shelve, dbm, dbm.dumb, os, tempfile, dbm.sqlite3
d = tempfile.mkdtemp(); os.chdir(d)
with dbm.dumb.open("dumb", "c") as db:
    db["k"] = "v"; db[b"x"] = b"1" * 600; db["k"] = "longer"; db["é"] = "ü"
    print(db["k"], db.keys(), len(db), "k" in db, db.get("nope"), sorted(db.items())[0])
    del db["k"]
    try: db["k"]
    except KeyError as e: print("KeyError", e)
    try: db[1] = 2
    except TypeError as e: print(e)
print(sorted(os.listdir(".")), open("dumb.dir", encoding="latin-1").read(), dbm.whichdb("dumb"), os.path.getsize("dumb.dat"))
with dbm.dumb.open("dumb", "r") as db:
    print(db["x"][:3])
    try: db["a"] = "b"
    except OSError as e: print(e)
try: db["x"]
except OSError as e: print(e)
with dbm.open("sq", "c") as db:
    db["one"] = "1"; db[b"two"] = b"2"; print(db["one"], db.keys(), len(db), type(db).__module__, db.setdefault("three", "3"))
    db.update({"q": "r"}); del db["q"]
    try: del db["nope"]
    except KeyError as e: print(repr(e))
print(dbm.whichdb("sq"))
try: dbm.open("missing")
except dbm.error as e: print(type(e).__name__, e)
try: dbm.open("missing", "x")
except dbm.error as e: print(type(e).__name__, e)
with dbm.open("sq", "r") as db:
    print(sorted(db))
    try: db["a"] = "b"
    except dbm.error as e: print(type(e).__module__, e)
with shelve.open("sh") as s:
    s["a"] = [1, 2, {"x": 3}]; s["b"] = ("t", None); s["a"].append(9); print(s["a"], sorted(s), "a" in s, len(s), s.get("zz", 5))
    try: s["nope"]
    except KeyError as e: print(repr(e))
with shelve.open("sh", writeback=True) as s: s["a"].append(9)
with shelve.open("sh", flag="r") as s: print(s["a"], dict(s) == {"a": [1, 2, {"x": 3}, 9], "b": ("t", None)})
try: s["a"]
except ValueError as e: print(e)
m = {}; sh = shelve.Shelf(m); sh["k"] = 1; print(list(m), sh["k"]); sh.close(); print(sh.dict)
