import tarfile, os, tempfile, io, sys, warnings
import time
os.environ["TZ"] = "UTC"; time.tzset()
d = tempfile.mkdtemp(); os.chdir(d)
os.makedirs("dir/sub"); open("dir/a.txt", "w").write("hello\n" * 100); open("dir/sub/b.bin", "wb").write(bytes(range(256)) * 10)
open("dir/empty", "w").close(); os.symlink("a.txt", "dir/link"); os.link("dir/a.txt", "dir/hard"); os.mkfifo("dir/fifo")
long = "dir/" + "x" * 60; os.mkdir(long); longf = long + "/" + "y" * 60 + ".txt"; open(longf, "w").write("long")
open("dir/ünï.txt", "w").write("u")
for root, ds, fs in os.walk("dir"):
    for x in ds + fs:
        if not os.path.islink(p := os.path.join(root, x)): os.utime(p, (1700000000, 1700000000.5 if "b.bin" in x else 1700000000))
os.utime("dir", (1700000000, 1700000000))
def fix(m):
    m.mtime = m.mtime if m.name.endswith("b.bin") else 1700000000; m.uname = "user"; m.gname = "group"; m.uid = m.gid = 1000
    return None if m.name.endswith("skip") else m
import hashlib
for fmt in (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT):
    with tarfile.open("t.tar", "w", format=fmt) as t: t.add("dir", filter=fix)
    data = open("t.tar", "rb").read(); print(fmt, len(data), hashlib.sha1(data).hexdigest())
    with tarfile.open("t.tar") as t:
        print(t.getnames())
        for m in t: print(m.name, m.size, oct(m.mode), m.mtime, m.type, m.linkname, m.isfile(), m.isdir(), m.issym(), m.uname, m.offset, m.offset_data, m.pax_headers)
        t.list()
        t.list(verbose=False)
        print(t.extractfile("dir/a.txt").read(12), t.extractfile("dir/link").readline(), t.extractfile("dir/hard").read(3), t.extractfile("dir"))
        f = t.extractfile("dir/sub/b.bin"); f.seek(-3, 2); print(f.read(), f.tell(), f.name, f.seekable())
for mode, name in (("w:gz", "t.tgz"), ("w:bz2", "t.tbz"), ("w:xz", "t.txz"), ("w|gz", "s.tgz"), ("w|", "s.tar")):
    with tarfile.open(name, mode) as t:
        t.add("dir/a.txt", arcname="a.txt")
        i = tarfile.TarInfo("mem.txt"); i.size = 5; t.addfile(i, io.BytesIO(b"12345"))
    with tarfile.open(name) as t: print(name, t.getnames(), t.extractfile("mem.txt").read(), tarfile.is_tarfile(name))
with tarfile.open("s.tgz", "r|gz") as t:
    for m in t: print(m.name, t.extractfile(m).read(5))
with tarfile.open("s.tgz", "r|*") as t: print([m.name for m in t])
with tarfile.open("t.tar", "a") as t: t.add("dir/empty", arcname="appended")
with tarfile.open("t.tar") as t: print(t.getnames()[-1]); t.extractall("out", filter="tar")
print(sorted(os.listdir("out/dir")), os.readlink("out/dir/link"), os.stat("out/dir/a.txt").st_mtime)
with tarfile.open("t.tar") as t: t.extract("dir/a.txt", "out2", filter="data"); print(oct(os.stat("out2/dir/a.txt").st_mode))
def build(*members):
    b = io.BytesIO()
    with tarfile.open(fileobj=b, mode="w") as t:
        for name, kw in members:
            i = tarfile.TarInfo(name)
            for k, v in kw.items(): setattr(i, k, v)
            t.addfile(i, io.BytesIO(b"x" * i.size) if i.size else None)
    b.seek(0); return b
for m in [("/abs", {}), ("../up", {}), ("l", {"type": tarfile.SYMTYPE, "linkname": "/etc/passwd"}), ("l", {"type": tarfile.SYMTYPE, "linkname": "../../x"}), ("f", {"type": tarfile.FIFOTYPE}), ("ok", {"size": 3, "mode": 0o777})]:
    for flt in ("data", "tar"):
        with tarfile.open(fileobj=build(m)) as t:
            try: t.extractall("o3", filter=flt); print("ok", m)
            except tarfile.FilterError as e: print(type(e).__name__, str(e).replace(d, "D"))
            except OSError as e: print("OSError", e.errno)
for bad in (b"", b"garbage" * 200, b"\0" * 10240, b"x" * 100):
    open("bad", "wb").write(bad)
    print(tarfile.is_tarfile("bad"))
    try: print(tarfile.open("bad").getnames())
    except tarfile.ReadError as e: print(e)
    try: tarfile.open("bad", "r:gz")
    except tarfile.ReadError as e: print(e)
    try: tarfile.open("bad", "r:")
    except tarfile.ReadError as e: print(e)
for args in (("t.tar", "q"), ("t.tar", "r:zip"), ("t.tar", "a:gz"), (None,)):
    try: tarfile.open(*args)
    except Exception as e: print(type(e).__name__, e)
with tarfile.open("t.tar") as t:
    try: t.getmember("nope")
    except KeyError as e: print(e)
    try: t.addfile(tarfile.TarInfo("x"))
    except OSError as e: print(e)
try: t.getnames()
except OSError as e: print(e)

print(tarfile.TarInfo.frombuf(tarfile.TarInfo("abc").tobuf(), "utf-8", "strict").name)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    with tarfile.open("t.tar") as t: t.extractall("o4")
    print(len(w), w[0].category.__name__, w[0].message)
m = build(("trunc", {"size": 1000})); raw = m.getvalue()[:900]
with tarfile.open(fileobj=io.BytesIO(raw)) as t:
    try: t.extractall("o5", filter="data")
    except tarfile.ReadError as e: print("trunc", e)
    try: t.extractfile("trunc").read()
    except tarfile.ReadError as e: print("trunc", e)
