"""Texts as XML has them, written and opened."""

import io
import os
import sys

from xml.sax import handler, xmlreader


def _replace(text, entities):
    for old, new in entities.items():
        text = text.replace(old, new)
    return text


def escape(data, entities={}):
    """The text with what's special in XML escaped."""
    data = data.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return _replace(data, entities)


def unescape(data, entities={}):
    """The text behind an escaped one."""
    data = data.replace("&lt;", "<").replace("&gt;", ">")
    return _replace(data, entities).replace("&amp;", "&")


def quoteattr(data, entities={}):
    """The text as an attribute's value, in quotes."""
    data = escape(data, {**entities, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if '"' not in data:
        return f'"{data}"'
    if "'" in data:
        return '"' + data.replace('"', "&quot;") + '"'
    return f"'{data}'"


class XMLGenerator(handler.ContentHandler):
    """A handler that writes what it hears of as XML again."""

    def __init__(self, out=None, encoding="iso-8859-1", short_empty_elements=False):
        handler.ContentHandler.__init__(self)
        self._out = _Writer(sys.stdout if out is None else out, encoding)
        # The prefixes of namespaces, element by element.
        self._scopes = [{}]
        self._declared = []
        self._encoding = encoding
        self._short = short_empty_elements
        self._pending = False

    def _write(self, text):
        self._out.write(text)

    def _finish_start(self):
        if self._pending:
            self._write(">")
            self._pending = False

    def _qname(self, name):
        if not name[0]:
            return name[1]
        if name[0] == "http://www.w3.org/XML/1998/namespace":
            return "xml:" + name[1]
        prefix = self._scopes[-1][name[0]]
        return f"{prefix}:{name[1]}" if prefix else name[1]

    def startDocument(self):
        self._write(f'<?xml version="1.0" encoding="{self._encoding}"?>\n')

    def endDocument(self):
        self._out.flush()

    def startPrefixMapping(self, prefix, uri):
        self._scopes.append({**self._scopes[-1], uri: prefix})
        self._declared.append((prefix, uri))

    def endPrefixMapping(self, prefix):
        self._scopes.pop()

    def _start(self, name, attributes):
        self._finish_start()
        self._write("<" + name)
        for prefix, uri in self._declared:
            self._write(f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"')
        self._declared = []
        for each, value in attributes:
            self._write(f" {each}={quoteattr(value)}")
        if self._short:
            self._pending = True
        else:
            self._write(">")

    def _end(self, name):
        if self._pending:
            self._write("/>")
            self._pending = False
        else:
            self._write(f"</{name}>")

    def startElement(self, name, attrs):
        self._start(name, attrs.items())

    def endElement(self, name):
        self._end(name)

    def startElementNS(self, name, qname, attrs):
        self._start(self._qname(name), [(self._qname(each), value) for each, value in attrs.items()])

    def endElementNS(self, name, qname):
        self._end(self._qname(name))

    def characters(self, content):
        if content:
            self._finish_start()
            self._write(escape(content if isinstance(content, str) else str(content, self._encoding)))

    def ignorableWhitespace(self, content):
        if content:
            self._finish_start()
            self._write(content if isinstance(content, str) else str(content, self._encoding))

    def processingInstruction(self, target, data):
        self._finish_start()
        self._write(f"<?{target} {data}?>")


class _Writer:
    """Writes text to a file of text or of bytes."""

    def __init__(self, out, encoding):
        self._out = out
        self._encoding = None if isinstance(out, io.TextIOBase) else encoding

    def write(self, text):
        self._out.write(text if self._encoding is None else text.encode(self._encoding, "xmlcharrefreplace"))

    def flush(self):
        if hasattr(self._out, "flush"):
            self._out.flush()


def prepare_input_source(source, base=""):
    """An InputSource with an open file, of a name, a path, a file, or another one."""
    if isinstance(source, os.PathLike):
        source = os.fspath(source)
    if isinstance(source, str):
        source = xmlreader.InputSource(source)
    elif hasattr(source, "read"):
        file = source
        source = xmlreader.InputSource()
        if isinstance(file.read(0), str):
            source.setCharacterStream(file)
        else:
            source.setByteStream(file)
        if isinstance(getattr(file, "name", None), str):
            source.setSystemId(file.name)
    if source.getCharacterStream() is None and source.getByteStream() is None:
        _open(source, base)
    return source


def _open(source, base):
    name = source.getSystemId()
    path = os.path.join(os.path.dirname(os.path.normpath(base)), name)
    if os.path.isfile(path):
        source.setSystemId(path)
        source.setByteStream(open(path, "rb"))
        return
    if "://" in name:
        raise NotImplementedError("aiocc's SAX opens files only, no URLs")
    raise ValueError(f"unknown url type: {name!r}")


class XMLFilterBase(xmlreader.XMLReader):
    """Stands between a reader and those who hear of what it reads, and hands on all that either says. Subclasses change some of that."""

    def __init__(self, parent=None):
        xmlreader.XMLReader.__init__(self)
        self._parent = parent

    def getParent(self):
        return self._parent

    def setParent(self, parent):
        self._parent = parent

    def parse(self, source):
        """Has the reader behind it read, and hears of everything in place of the others."""
        parent = self._parent
        parent.setContentHandler(self)
        parent.setErrorHandler(self)
        parent.setEntityResolver(self)
        parent.setDTDHandler(self)
        parent.parse(source)

    def setDocumentLocator(self, locator):
        self._locator = locator
        self._cont_handler.setDocumentLocator(locator)


def _handed_on(receiver, name):
    def method(self, *args):
        return getattr(getattr(self, receiver), name)(*args)
    method.__name__ = name
    method.__qualname__ = f"XMLFilterBase.{name}"
    return method


for _receiver, _names in {
    "_parent": ("setLocale", "getFeature", "setFeature", "getProperty", "setProperty"),
    "_err_handler": ("error", "fatalError", "warning"),
    "_cont_handler": ("startDocument", "endDocument", "startPrefixMapping", "endPrefixMapping", "startElement", "endElement", "startElementNS",
                      "endElementNS", "characters", "ignorableWhitespace", "processingInstruction", "skippedEntity"),
    "_dtd_handler": ("notationDecl", "unparsedEntityDecl"),
    "_ent_handler": ("resolveEntity",),
}.items():
    for _name in _names:
        setattr(XMLFilterBase, _name, _handed_on(_receiver, _name))
