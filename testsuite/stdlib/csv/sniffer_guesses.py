import csv, io, random
s = csv.Sniffer()
def show(d): return (d.delimiter, d.quotechar, d.doublequote, d.skipinitialspace, d.lineterminator, d.quoting)
samples = ["a,b,c\n1,2,3\n4,5,6\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "a, b, c\n1, 2, 3\n", '"a","b"\n"c","d"\n', "'a';'b'\n'c';'d'\n", '"a ""q""",b\n"c",d\n', "x y z\n1 2 3\n", "a:b:c\nd:e:f\n", "abc\n", "", "a|b|c\n1|2|3\n", '"one"\n"two"\n', "name,age\nbob,3\nann,44\n", "a,b;c\nd,e;f\n", "1,2\n3,4\n5,6,7\n", "'it''s', 'x'\n", 'a "quoted" word, b\nc, d\n', "date,val\n2020-01-01,1.5\n2020-01-02,2.5\n", ",".join("abcdef") + "\n" + "\n".join(",".join(str(i * j) for i in range(6)) for j in range(30))]
for t in samples:
    for d in (None, ",;", "\t|"):
        try: print(repr(t[:20]), d, show(s.sniff(t, d)))
        except csv.Error as e: print(repr(t[:20]), d, e)
    try: print(s.has_header(t))
    except (csv.Error, StopIteration, ValueError) as e: print(type(e).__name__, e)
r = random.Random(2)
for n in range(80):
    d = r.choice(",;\t| :"); q = r.choice(["", '"', "'"])
    t = "\n".join(d.join(q + r.choice(["a", "bb", "1", "2.5", "", "x y", "hello"]) + q for _ in range(r.choice([2, 3, 3]))) for _ in range(r.randrange(1, 15)))
    try: x = s.sniff(t); print(n, show(x), s.has_header(t), list(csv.reader(io.StringIO(t), x))[:1])
    except Exception as e: print(n, type(e).__name__, e)
