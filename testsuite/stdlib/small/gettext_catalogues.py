import gettext, struct, tempfile, os
def mo(cat):
    ids = sorted(cat); o = b""; t = b""; io, it = [], []
    for i in ids:
        io.append((len(i), len(o))); o += i + b"\0"; it.append((len(cat[i]), len(t))); t += cat[i] + b"\0"
    n = len(ids); base = 28 + 16 * n
    return struct.pack("<7I", 0x950412de, 0, n, 28, 28 + 8 * n, 0, 0) + b"".join(struct.pack("<2I", l, p + base) for l, p in io) + b"".join(struct.pack("<2I", l, p + base + len(o)) for l, p in it) + o + t
cat = {b"": b"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;\nX-Y: z\n", b"hello": "häl".encode(), b"one\0many": b"eins\0zwei\0viele", b"ctx\4hello": b"in ctx"}
d = tempfile.mkdtemp(); p = os.path.join(d, "de", "LC_MESSAGES"); os.makedirs(p); open(os.path.join(p, "app.mo"), "wb").write(mo(cat))
t = gettext.translation("app", d, languages=["de_DE", "fr"]); _ = t.gettext
print(_("hello"), _("nope"), [t.ngettext("one", "many", n) for n in (1, 2, 5, 11, 21)], t.ngettext("a", "b", 1), t.pgettext("ctx", "hello"), t.pgettext("q", "hello"), t.info(), t.charset(), t.npgettext("c", "a", "b", 2))
print(gettext.find("app", d, ["fr"]), gettext.find("app", d, ["de"]) == os.path.join(p, "app.mo"), gettext.gettext("x"), gettext.ngettext("a", "b", 2), gettext.textdomain())
try: gettext.translation("none", d, languages=["de"])
except FileNotFoundError as e: print(e)
print(gettext.translation("none", d, fallback=True).gettext("q"))
gettext.bindtextdomain("app", d); gettext.textdomain("app"); os.environ["LANGUAGE"] = "de"; print(gettext.gettext("hello"), gettext.bindtextdomain("app") == d)
for r in ("n!=1", "0", "n>1 ? 1 : 0", "n ==1 || n==2", "!n", "(n", "n n", "x", "n+", "n%10*2-1", "1+2*n"):
    try: print(r, [gettext.c2py(r)(i) for i in range(5)])
    except ValueError as e: print(r, e)
for bad in (b"\0" * 30, struct.pack("<7I", 0x950412de, 5 << 16, 0, 0, 0, 0, 0)):
    import io
    try: gettext.GNUTranslations(io.BytesIO(bad))
    except OSError as e: print(e)
