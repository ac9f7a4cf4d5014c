import mmap, os, tempfile
d = tempfile.mkdtemp(); p = os.path.join(d, "f")
open(p, "wb").write(b"hello world\nsecond line\nthird")
with open(p, "r+b") as f:
    with mmap.mmap(f.fileno(), 0) as m:
        print(len(m), m[:5], m[0], m[-1], m[::2], m[3:1], m.find(b"line"), m.rfind(b"l"), m.find(b"zz"), m.size())
        print(m.readline(), m.readline(), m.readline(), m.readline(), m.tell())
        m.seek(0); m[0:5] = b"HELLO"; m[5] = 45; print(m.read(7), m.read_byte(), repr(m))
        m.seek(-5, 2); m.write(b"THIRD"); print(m.tell())
        m.move(0, 6, 5); m.flush(); print(m[:])
        for bad in (lambda: m.write(b"x"), lambda: m.__setitem__(slice(0, 2), b"abc"), lambda: m[100], lambda: m.seek(100), lambda: m.__setitem__(0, 300), lambda: m["a"], lambda: m.read("x"), lambda: m.move(20, 0, 20)):
            try: bad(); print("no error")
            except Exception as e: print(type(e).__name__, e)
        print(b"world" in m, list(m)[:3])
        m.resize(8); print(len(m), m[:], os.path.getsize(p))
    try: m[0]
    except ValueError as e: print(e)
    print(m, m.closed)
with open(p, "rb") as f:
    m = mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ); print(m[:3])
    try: m[0] = 1
    except TypeError as e: print(e)
    try: m.write(b"q")
    except TypeError as e: print(e)
    m.close()
    m = mmap.mmap(f.fileno(), 4, access=mmap.ACCESS_COPY); m[0:2] = b"zz"; print(m[:], open(p, "rb").read()[:4]); m.close()
    m = mmap.mmap(f.fileno(), 0, prot=mmap.PROT_READ); print(m[1]); m.close()
    try: mmap.mmap(f.fileno(), 0)
    except PermissionError as e: print(e)
    try: mmap.mmap(f.fileno(), 1000, access=mmap.ACCESS_READ)
    except ValueError as e: print(e)
a = mmap.mmap(-1, 16); pid = os.fork()
if pid == 0: a[:5] = b"child"; os._exit(0)
os.waitpid(pid, 0); print(a[:6], a.read(5)); a.write_byte(65); a.close()
open(p, "wb").close()
with open(p, "r+b") as f:
    try: mmap.mmap(f.fileno(), 0)
    except ValueError as e: print(e)
try: mmap.mmap(-1, -1)
except OverflowError as e: print(e)
