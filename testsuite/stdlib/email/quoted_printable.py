import quopri, random, io
r = random.Random(1)
for n in range(300):
    s = bytes(r.choice(b"abc =_.\t\n\r\xe9xyz0" + b"x" * 12) for _ in range(r.randrange(0, 160)))
    q, h = r.random() < .5, r.random() < .3
    e = quopri.encodestring(s, q, h); print(n, s, e, quopri.decodestring(e, h), quopri.decodestring(s, h))
o = io.BytesIO(); quopri.encode(io.BytesIO(b"a\xff b\n"), o, True); print(o.getvalue())
o = io.BytesIO(); quopri.decode(io.BytesIO(b"a=FF=\nb"), o); print(o.getvalue(), quopri.decodestring("a=3D"))
