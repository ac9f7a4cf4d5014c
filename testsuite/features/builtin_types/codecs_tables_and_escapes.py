# Encodings that have tables (Windows' and DOS' code pages, ISO 8859, KOI8), and those that spell text as literals do.


def attempt(function, *arguments):
    try:
        print(ascii(function(*arguments)))
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
        if isinstance(error, UnicodeError):
            print("  ", error.encoding, error.start, error.end, error.reason)


TABLES = """cp037 cp437 cp500 cp737 cp775 cp850 cp852 cp855 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp1125 cp1140
cp1250 cp1251 cp1252 cp1253 cp1254 cp1256 cp1257 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso8859_10
iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 koi8_r koi8_u""".split()
for name in TABLES:
    text = bytes(range(256)).decode(name, "replace")
    defined = text.replace("\ufffd", "")
    print(name, sum(i * ord(c) for i, c in enumerate(text)), text.count("\ufffd"), defined.encode(name).decode(name) == defined)

# Names, case, and what the tables don't have.
for name in ("Windows-1252", "1251", "ibm866", "ISO-8859-15", "latin9", "l2", "Cyrillic", "KOI8-R", "windows1252", "iso-8859-12", "cp_1252"):
    attempt(b"\xa4\xe0".decode, name)
attempt("price: 5 €".encode, "cp1252")
attempt("€\u1234\u1235x".encode, "cp1252")
attempt("€\u1234x".encode, "iso-8859-2", "xmlcharrefreplace")
attempt("€\u1234x".encode, "koi8-r", "backslashreplace")
attempt("€\u1234x".encode, "cp437", "replace")
attempt(b"ab\x81c".decode, "cp1252")
attempt(b"ab\x81c".decode, "cp1252", "replace")
attempt(b"ab\x81c".decode, "cp1252", "backslashreplace")
attempt("".encode, "cp1252")

# unicode_escape and raw_unicode_escape.
SAMPLE = "a\\\t\n\r\x01é\x7f\u1234\U0001F600\ud800'\""
for name in ("unicode_escape", "raw-unicode-escape"):
    encoded = SAMPLE.encode(name)
    print(encoded, encoded.decode(name) == SAMPLE)
attempt(rb"tab\tnew\nquote\'\"\a\b\f\v\0\101\x41\u00e9\U0001f40d".decode, "unicode_escape")
attempt(b"a\\\nb \\\\ \xe9 \xc3\xa9".decode, "unicode_escape")
attempt(rb"\\u0041 \\\u0041 \x41 \N{DIGIT ONE} \z".decode, "raw_unicode_escape")
print("héllo \\u20ac".encode("latin-1", "backslashreplace").decode("unicode_escape"))
for broken in (b"a\\", rb"\x4", rb"\xg1", rb"\u12", rb"\U0011", rb"\U00110000", rb"\N{", rb"\Nx", rb"\N{}"):
    for errors in ("strict", "replace", "ignore", "backslashreplace"):
        attempt(broken.decode, "unicode_escape", errors)
for broken in (b"a\\", rb"\u12", rb"\U0011zz", rb"\U00110000"):
    for errors in ("strict", "replace"):
        attempt(broken.decode, "raw_unicode_escape", errors)
