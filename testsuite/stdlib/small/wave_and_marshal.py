import wave, io, marshal, struct
b = io.BytesIO()
with wave.open(b, "wb") as w:
    w.setnchannels(2); w.setsampwidth(2); w.setframerate(44100.4); w.writeframes(struct.pack("<8h", *range(8))); w.writeframesraw(struct.pack("<4h", 9, 9, 9, 9)); print(w.tell(), w.getnframes(), w.getnchannels())
d = b.getvalue(); print(d)
with wave.open(io.BytesIO(d)) as r:
    print(r.getparams(), r.readframes(2), r.tell(), r.readframes(100)); r.rewind(); r.setpos(3); print(r.readframes(1))
    try: r.setpos(100)
    except wave.Error as e: print(e)
for bad in (b"", b"RIFF\0\0\0\0WAVE", b"XXXX\0\0\0\0WAVE", b"RIFF\x04\0\0\0NOPE", b"RIFF\x10\0\0\0WAVEdata\x04\0\0\0abcd"):
    try: wave.open(io.BytesIO(bad))
    except (wave.Error, EOFError) as e: print(type(e).__name__, e)
w = wave.open(io.BytesIO(), "w")
for f in (w.getnchannels, w.getparams, lambda: w.setsampwidth(9), lambda: w.setnchannels(0), lambda: w.writeframes(b"ab"), lambda: w.setframerate(0), lambda: wave.open(b, "q")):
    try: f()
    except wave.Error as e: print(e)
w.setparams((1, 1, 8000, 0, "NONE", None)); w.close()
vals = [None, True, False, ..., StopIteration, 0, -1, 2**31, -2**31, 2**40, -2**100, 1.5, float("inf"), 1 + 2j, "abc", "é", "x" * 300, b"bytes", (), (1, (2,)), [1, [2]], {"a": 1}, {1}, frozenset({2}), "\ud800", tuple(range(300))]
for v in vals: print(repr(marshal.loads(marshal.dumps(v)))[:50], marshal.loads(marshal.dumps(v)) == v, marshal.loads(marshal.dumps(v, 2)) == v, marshal.loads(marshal.dumps(v, 0)) == v)
print(marshal.loads(b"\xe9\x05\0\0\0"), marshal.loads(b"\xdb\x02\0\0\0\xfa\x03abcr\x01\0\0\0"), marshal.loads(bytearray(b"i\1\0\0\0junk")))
for bad in (b"", b"i\1", b"q", b"r\0\0\0\0", b"0", b"(\xff\xff\xff\xff", b"[\5\0\0\0N"):
    try: print(marshal.loads(bad))
    except (ValueError, EOFError, TypeError) as e: print(type(e).__name__, e)
for bad in (object(), len, [object()], 1 .__class__):
    try: marshal.dumps(bad)
    except ValueError as e: print(e)
f = io.BytesIO(); marshal.dump([1, 2], f); marshal.dump("x", f); f.seek(0); print(marshal.load(f), marshal.load(f), marshal.version)
