"""Documents as trees of objects, the small way.

Left out: declarations in document types, and attributes' types but that of `setIdAttribute`.
"""

import xml.dom
from xml.dom import EMPTY_NAMESPACE, XMLNS_NAMESPACE
from xml.dom._documents import Document, DocumentType, DOMImplementation
from xml.dom._elements import Attr, AttributeList, Element, NamedNodeMap, split_name
from xml.dom._nodes import (
    CDATASection, CharacterData, Childless, Comment, DocumentFragment, Node, NodeList, ProcessingInstruction, Text,
)

# They're known by this module's name.
for _class in (Attr, CDATASection, CharacterData, Childless, Comment, Document, DocumentFragment, DocumentType, DOMImplementation, Element,
               NamedNodeMap, Node, NodeList, ProcessingInstruction, Text):
    _class.__module__ = "xml.dom.minidom"


class _Builder:
    """Makes a document of what a parser tells."""

    def __init__(self):
        self.document = Document()
        self._current = self.document
        # The namespaces of prefixes, element by element.
        self._scopes = [{"xml": xml.dom.XML_NAMESPACE, None: None}]
        self._in_section = False
        self._begins_section = False

    def attach(self, parser):
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.ProcessingInstructionHandler = self.instruction
        parser.CommentHandler = self.comment
        parser.StartCdataSectionHandler = self.section_start
        parser.EndCdataSectionHandler = self.section_end
        parser.StartDoctypeDeclHandler = self.doctype
        parser.XmlDeclHandler = self.declaration

    def start(self, name, values):
        scope = self._scopes[-1]
        names, texts = values[::2], values[1::2]
        declared = {
            split_name(each)[1] if each != "xmlns" else None: text or None for each, text in zip(names, texts)
            if each == "xmlns" or each.startswith("xmlns:")
        }
        scope = {**scope, **declared} if declared else scope
        self._scopes.append(scope)
        prefix, _ = split_name(name)
        element = Element(name, scope.get(prefix, EMPTY_NAMESPACE), prefix)
        element.ownerDocument = self.document
        for each, text in zip(names, texts):
            self._add_attribute(element, each, text, scope)
        self._current._append(element)
        self._current = element

    def _add_attribute(self, element, name, text, scope):
        prefix, local = split_name(name)
        if name == "xmlns" or prefix == "xmlns":
            uri = XMLNS_NAMESPACE
        else:
            uri = scope.get(prefix, EMPTY_NAMESPACE) if prefix else EMPTY_NAMESPACE
        attribute = Attr(name, uri, local, prefix)
        attribute.ownerDocument = self.document
        attribute.specified = True
        attribute.value = text
        element._store(attribute)

    def end(self, name):
        self._scopes.pop()
        self._current = self._current.parentNode

    def text(self, data):
        last = self._current.childNodes[-1] if self._current.childNodes else None
        kind = CDATASection if self._in_section else Text
        if last is not None and type(last) is kind and not self._begins_section:
            last.data += data
            return
        self._begins_section = False
        node = kind()
        node.data = data
        self._add(node)

    def _add(self, node):
        node.ownerDocument = self.document
        self._current._append(node)

    def instruction(self, target, data):
        self._add(self.document.createProcessingInstruction(target, data))

    def comment(self, data):
        self._add(Comment(data))

    def section_start(self):
        self._in_section = self._begins_section = True

    def section_end(self):
        if self._begins_section:
            # An empty one.
            self.text("")
        self._in_section = False

    def doctype(self, name, system, public, has_subset):
        node = DOMImplementation().createDocumentType(name, public, system)
        if has_subset:
            raise NotImplementedError("aiocc's minidom doesn't keep declarations of document types")
        self._add(node)
        self.document.doctype = node

    def declaration(self, version, encoding, standalone):
        self.document.version = version
        self.document.encoding = encoding
        if standalone >= 0:
            self.document.standalone = bool(standalone)


def _parsed(read):
    from xml.parsers.expat import ParserCreate

    parser = ParserCreate()
    builder = _Builder()
    builder.attach(parser)
    read(parser)
    return builder.document


def parse(file, parser=None, bufsize=None):
    """The document of a file, or of the file of that name."""
    if parser is not None:
        raise NotImplementedError("aiocc's minidom has its own parser only")
    if isinstance(file, str):
        with open(file, "rb") as opened:
            return _parsed(lambda expat: expat.ParseFile(opened))
    return _parsed(lambda expat: _parse_stream(expat, file))


def _parse_stream(parser, file):
    while data := file.read(16 * 1024):
        parser.Parse(data, False)
    parser.Parse(b"", True)


def parseString(string, parser=None):
    """The document of a text or of bytes."""
    if parser is not None:
        raise NotImplementedError("aiocc's minidom has its own parser only")
    return _parsed(lambda expat: expat.Parse(string, True))


def getDOMImplementation(features=None):
    """What makes documents."""
    return Document.implementation
