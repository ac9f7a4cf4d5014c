import random
from email.header import Header, decode_header, make_header
r = random.Random(5)
W = ["hello", "wörld", "a;", "b,", "=?utf-8?q?x?=", "日本", "verylongword" * 3, "x" * 90, " ", "\t", "tail", "a=b;", "é" * 30, "\n more", "_", "q?"]
for n in range(300):
    s = " ".join(r.choice(W) for _ in range(r.randrange(0, 14)))
    cs = r.choice([None, None, "utf-8", "iso-8859-1", "us-ascii"])
    try:
        h = Header(s, cs, maxlinelen=r.choice([None, 76, 40]), header_name=r.choice([None, "Subject", "X-Very-Long-Header-Name"]))
        if r.random() < .4: h.append(r.choice(W), r.choice([None, "utf-8", "iso-8859-1"]))
        e = h.encode(); print(n, repr(e), repr(str(h)), decode_header(h))
        d = decode_header(e); print(d, repr(str(make_header(d))))
        print(repr(h.encode(maxlinelen=0)), repr(h.encode(splitchars=" ", linesep="\r\n")), h == str(h))
    except Exception as ex: print(n, type(ex).__name__, ex)
for t in ["=?iso-8859-1?q?p=F6stal?=", "=?utf-8?b?w7w=?= x", "a =?utf-8?q?b_c?= =?utf-8?q?d?= e", "=?utf-8?b?w7w?=", "=?utf-8?b?w?=", "plain"]:
    try: print(decode_header(t), make_header(decode_header(t)))
    except Exception as e: print(type(e).__name__, e)
