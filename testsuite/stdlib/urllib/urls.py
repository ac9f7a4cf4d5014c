"""URLs taken apart, put together, joined and quoted."""
import urllib.parse
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin, urlparse, urlsplit


def shown(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


for url in [
    "http://user:pw@Host.com:80/p/a;x=1?q=1&r=2#frag", "//h/p", "mailto:a@b", "/rel?x", "http://[::1]:8080/x", "http://a:b/", "HTTP://X",
    "http:///x", "http://h:99999/", "a:80", "path", "", "?q", "#f", "http://exa mple/ ", "http://[::1", "http://x\ny/",
    "file:///etc/passwd", "svn+ssh://x/y", "http://h?x=1", "1a://x", "http://user@h/", "http://h:/", "//[v1.x]/", "http://[1.2.3.4]/",
    "http://[zz]/", "http://ℂ.com/", "http://h\u2100.com/", "data:text/plain,hi", "http://[fe80::1%eth0]/", "http://a@b@c/",
]:
    try:
        parts = urlsplit(url)
        print(urlparse(url), parts.geturl(), parts.hostname, parts.username, parts.password)
        print(parts.port)
    except ValueError as error:
        print(error)

# RFC 3986, section 5.4.
BASE = "http://a/b/c/d;p?q"
for url in [
    "g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", "g?y#s", ";x", "g;x", "g;x?y#s", "", ".", "./", "..", "../", "../g",
    "../..", "../../", "../../g", "../../../g", "/./g", "/../g", "g.", ".g", "g..", "..g", "./../g", "./g/.", "g/./h", "g/../h",
    "g;x=1/./y", "http:g", "a//b",
]:
    print(url, urljoin(BASE, url))
for base, url in [("", "x"), ("x", ""), ("mailto:x", "y"), ("file:///a/b", "c"), ("//x/y", "z"), ("a/b", "../../c"), (b"http://a/b", b"c")]:
    print(urljoin(base, url))
print(urldefrag("http://x/y#z"), urldefrag("x").geturl())
print(urllib.parse.urlunparse(("http", "h", "/p", "x", "q", "f")), urllib.parse.urlunsplit(("", "h", "p", "", "")))

for text in ["a b&c=d/é~", "%41", "a/b:c", "", "+"]:
    print(quote(text), quote(text, safe=""), quote_plus(text), quote(text, safe=":&"), quote(text.encode()))
for text in ["a%20b", "%zz", "%e2%82%ac", "%E9", "a+b", "%", "%4", "%41é%42"]:
    print(unquote(text), unquote_plus(text))
shown(
    lambda: quote(5), lambda: quote(b"x", encoding="utf8"), lambda: quote("é", encoding="latin-1"), lambda: quote("\ud800"),
    lambda: urllib.parse.quote_from_bytes("x"), lambda: unquote("%E9", encoding="latin-1"), lambda: unquote("%E9", errors="strict"),
    lambda: urllib.parse.unquote_to_bytes("a%20é"),
)

for query in [{"a": 1, "b": "x y", "c": "é"}, [("a", 1), ("a", 2)], {"a": [1, 2]}, {"a": None}, {b"k": b"v"}, []]:
    print(urlencode(query), urlencode(query, doseq=True), urlencode(query, quote_via=quote))
shown(lambda: urlencode(5), lambda: urlencode("ab"), lambda: urlencode([1]), lambda: urlencode({"a": "xy"}, True))
for query in ["a=1&b=2", "a=1&a=2", "a=&b", "&&", "a=1;b=2", "a=%20x+y", "=x", "a==b"]:
    print(parse_qs(query), parse_qsl(query, keep_blank_values=True), parse_qs(query, separator=";"))
shown(
    lambda: parse_qs("a&b=1", strict_parsing=True), lambda: parse_qs("a=1&b=2&c=3", max_num_fields=2), lambda: parse_qs(b"a=1&b=2"),
    lambda: parse_qs("a=1", separator=""),
)

parts = urlparse("http://u:p@h:1/p;x?q#f")
print(parts._replace(netloc="z").geturl(), parts[0], len(parts), parts == tuple(parts), parts.encode())
print(urlparse(b"http://h:1/p?q"), urlsplit(b"http://h:1/p").port, urlparse(b"http://h").decode())
shown(lambda: urljoin(b"http://a/b", "c"), lambda: urlsplit("x?q", scheme="http"), lambda: urlsplit("http://h/p#f", allow_fragments=False))
