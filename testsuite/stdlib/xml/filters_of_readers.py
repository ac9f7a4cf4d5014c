"""A filter between a reader of XML and the handler that hears of it."""
import io
import xml.sax
from xml.sax import handler
from xml.sax.saxutils import XMLFilterBase, XMLGenerator


class Renames(XMLFilterBase):
    def startElement(self, name, attrs):
        super().startElement(name.upper(), attrs)

    def endElement(self, name):
        super().endElement(name.upper())


out = io.StringIO()
first = Renames(xml.sax.make_parser())
first.setContentHandler(XMLGenerator(out))
first.parse(io.StringIO("<a x='1'>text<b/><?do it?></a>"))
print(out.getvalue())
print(first.getParent() is not None, XMLFilterBase().getParent(), first.getFeature(handler.feature_namespaces))
second = XMLFilterBase()
second.setParent(first)
print(second.getParent() is first)
try:
    first.parse(io.StringIO("<a>"))
except xml.sax.SAXParseException as error:
    print(error.getMessage())
