import xml.sax, io, sys
from xml.sax import handler, saxutils
from xml.sax.handler import ContentHandler
class H(ContentHandler):
    def startDocument(self): print("start")
    def endDocument(self): print("end")
    def startElement(self, n, a): print("<", n, a.items(), a.getNames(), len(a), a.get("x", "d"), "id" in a)
    def endElement(self, n): print(">", n)
    def characters(self, c): print("text", repr(c))
    def processingInstruction(self, t, d): print("pi", t, d)
    def startElementNS(self, n, q, a): print("<NS", n, q, a.items(), a.getQNames())
    def endElementNS(self, n, q): print(">NS", n, q)
    def startPrefixMapping(self, p, u): print("prefix", p, u)
    def endPrefixMapping(self, p): print("endprefix", p)
src = '<?xml version="1.0"?><a id="1" x="&amp;">t &lt; é<b/><?p d?><!-- c --><![CDATA[raw]]></a>'
xml.sax.parseString(src, H()); xml.sax.parseString(src.encode(), H())
p = xml.sax.make_parser(); p.setFeature(handler.feature_namespaces, 1); p.setContentHandler(H())
p.parse(io.BytesIO(b'<r xmlns="urn:d" xmlns:q="urn:q"><q:e q:a="1" b="2"/></r>'))
for bad in ("<a>", "<a></b>", "", "<a>&nope;</a>", "x"):
    try: xml.sax.parseString(bad, ContentHandler())
    except xml.sax.SAXParseException as e: print(e, e.getLineNumber(), e.getColumnNumber(), e.getMessage())
out = io.StringIO(); g = saxutils.XMLGenerator(out, "utf-8"); xml.sax.parseString(src, g); print(out.getvalue())
out = io.BytesIO(); xml.sax.parseString(src, saxutils.XMLGenerator(out, "ascii", short_empty_elements=True)); print(out.getvalue())
class E(handler.ErrorHandler):
    def fatalError(self, e): print("fatal", e)
xml.sax.parseString("<a>", ContentHandler(), E())
print(saxutils.escape("<&>"), saxutils.quoteattr('a"b'), saxutils.unescape("&lt;"))
for f in (lambda: p.setFeature("nope", 1), lambda: p.getProperty("x"), lambda: xml.sax.parse("/nonexistent.xml", H())):
    try: f()
    except Exception as e: print(type(e).__name__, e)
p = xml.sax.make_parser(); p.setContentHandler(H()); p.feed("<a>"); p.feed("hi</a>"); p.close()
