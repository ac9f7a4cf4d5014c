# str.translate: tables of all kinds, each asked as often as in CPython.
class Table:
    def __init__(self, d): self.d = d; self.asked = []
    def __getitem__(self, k):
        self.asked.append(k)
        return self.d[k]
class Missing(dict):
    def __missing__(self, k): print("missing", k); return "?"
class Own(dict):
    def __getitem__(self, k): return "own"
for s in ("abcabc", "aébca", "", "zzz", "a😀a"):
    for d in ({97: "x"}, {97: None}, {97: 98, 98: "é"}, {98: "long"}, {97: "", 99: 0x1F600}, {98: True}, {}):
        t = Table(d)
        print(repr(s.translate(d)), repr(s.translate(t)), t.asked)
print("abca".translate(Missing({97: "A"})), "ab".translate(Own()), "abc".translate(["x"] * 98), "abc".translate("y" * 98))
for bad in ({97: 1.5}, {97: -1}, {97: 0x110000}, {97: b"x"}, None, 5):
    try:
        print("bab".translate(bad))
    except Exception as e:
        print(type(e).__name__, e)
class Fails:
    def __getitem__(self, k): raise ValueError(k)
try:
    "ab".translate(Fails())
except ValueError as e:
    print("ValueError", e)
print("hello".translate(str.maketrans("el", "ip", "o")), "añb".translate(str.maketrans({"ñ": "n", "a": None})))
