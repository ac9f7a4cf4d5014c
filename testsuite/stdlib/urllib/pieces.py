"""Pieces of URLs, as old programs take them."""
import urllib.parse
import warnings

CASES = {
    "splittype": ("a:b", "//x:y", "A+b:c", "nothing", ":x"),
    "splithost": ("//h/p", "//h?x", "//h#x", "//h", "x", "//a\nb/c"),
    "splituser": ("u@h", "h", "a@b@c"),
    "splitpasswd": ("u:p", "u", "u:p:q"),
    "splitport": ("h:1", "h:", "h:x", "[::1]:80", "h", "h:1\n"),
    "splitnport": ("h:1", "h:", "h:x", "h"),
    "splitquery": ("a?b", "a?b?c", "a"),
    "splittag": ("a#b", "a#b#c", "a"),
    "splitattr": ("a;b", "a", "a;b=c;d"),
    "splitvalue": ("a=b", "a", "a=b=c"),
    "to_bytes": ("a",),
}
for name, texts in CASES.items():
    for text in texts:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            print(name, repr(text), getattr(urllib.parse, name)(text), caught[0].category.__name__, caught[0].message)
print(urllib.parse.unwrap("<URL:x:y>"), urllib.parse.unwrap(" < a > "), urllib.parse.unwrap("URL: a"), urllib.parse.unwrap(5))
warnings.simplefilter("ignore")
try:
    urllib.parse.to_bytes("é")
except UnicodeError as error:
    print(error)
