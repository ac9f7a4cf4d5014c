"""Trees of elements, read from XML and written as such."""

import io
import sys
import warnings

# Its warnings tell where it was called from: importing this says so.
from _support import caller_place
from xml.etree import ElementPath
from xml.etree._elements import PI, Comment, Element, ParseError, ProcessingInstruction, QName, SubElement, iselement
from xml.etree._parsing import TreeBuilder, XMLParser, XMLPullParser
from xml.etree._writing import (
    HTML_EMPTY, TextList, _Names, _namespace_map, open_writer, register_namespace, write_html, write_text, write_xml,
)

__all__ = [
    "Comment", "dump", "Element", "ElementTree", "canonicalize", "fromstring", "fromstringlist", "indent", "iselement", "iterparse", "parse",
    "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring", "tostringlist", "TreeBuilder", "VERSION", "XML", "XMLID",
    "XMLParser", "XMLPullParser", "register_namespace", "C14NWriterTarget",
]

VERSION = "1.3.0"


class ElementTree:
    """A whole tree."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        """The root."""
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        """Reads a tree from a file; its root."""
        if not hasattr(source, "read"):
            with open(source, "rb") as file:
                return self.parse(file, parser)
        if parser is None:
            parser = XMLParser()
        while data := source.read(1 << 16):
            parser.feed(data)
        self._root = parser.close()
        return self._root

    def iter(self, tag=None):
        """All elements, in the order of the text."""
        return self._root.iter(tag)

    def _below_root(self, path):
        if path[:1] == "/":
            path = "." + path
            warnings.warn("This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely on the current "
                          f"behaviour, change it to {path!r}", FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        """The first element that a path leads to, None for none."""
        return self._root.find(self._below_root(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element that a path leads to."""
        return self._root.findtext(self._below_root(path), default, namespaces)

    def findall(self, path, namespaces=None):
        """A list of the elements that a path leads to."""
        return self._root.findall(self._below_root(path), namespaces)

    def iterfind(self, path, namespaces=None):
        """The elements that a path leads to."""
        return self._root.iterfind(self._below_root(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
              short_empty_elements=True):
        """Writes the tree to a file."""
        if not method:
            method = "xml"
        elif method == "c14n":
            raise NotImplementedError("aiocc: canonical XML isn't supported")
        elif method not in ("xml", "html", "text"):
            raise ValueError(f"unknown method {method!r}")
        if not encoding:
            encoding = "us-ascii"
        with open_writer(file_or_filename, encoding) as (write, declared):
            if method == "xml" and (xml_declaration or xml_declaration is None and encoding.lower() != "unicode"
                                    and declared.lower() not in ("utf-8", "us-ascii")):
                write(f"<?xml version='1.0' encoding='{declared}'?>\n")
            if method == "text":
                write_text(write, self._root)
                return
            names = _Names(default_namespace)
            names.collect(self._root)
            serialize = write_xml if method == "xml" else write_html
            serialize(write, self._root, names.by_name, names.prefixes, short_empty_elements=short_empty_elements)

    def write_c14n(self, file):
        """Not there."""
        raise NotImplementedError("aiocc: canonical XML isn't supported")


def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
    """Not there."""
    raise NotImplementedError("aiocc: canonical XML isn't supported")


class C14NWriterTarget:
    """Not there."""

    def __init__(self, write, **options):
        raise NotImplementedError("aiocc: canonical XML isn't supported")


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    """The element as bytes, or as text for the encoding "unicode"."""
    stream = io.StringIO() if encoding == "unicode" else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace, method=method,
                               short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    """The pieces that together are what `tostring` gives."""
    parts = []
    ElementTree(element).write(TextList(parts), encoding, xml_declaration=xml_declaration, default_namespace=default_namespace,
                               method=method, short_empty_elements=short_empty_elements)
    return parts


def dump(elem):
    """Prints an element or a tree."""
    tree = elem if isinstance(elem, ElementTree) else ElementTree(elem)
    tree.write(sys.stdout, encoding="unicode")
    if not (tree.getroot().tail or "").endswith("\n"):
        sys.stdout.write("\n")


def indent(tree, space="  ", level=0):
    """Puts white space between elements, so that each stands on a line of its own."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")
    if len(tree):
        _indent_children(tree, space, "\n" + level * space)


def _indent_children(element, space, outer):
    inner = outer + space
    if not element.text or not element.text.strip():
        element.text = inner
    child = None
    for child in element:
        if len(child):
            _indent_children(child, space, inner)
        if not child.tail or not child.tail.strip():
            child.tail = inner
    if not child.tail.strip():
        child.tail = outer


def parse(source, parser=None):
    """The tree in a file."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


class _IterParse:
    """The events of a file, read piece by piece."""

    def __init__(self, source, events, parser):
        self._pull = XMLPullParser(events=events, _parser=parser)
        self._closes = not hasattr(source, "read")
        self._source = open(source, "rb") if self._closes else source
        self.root = None
        self._events = self._read()

    def _read(self):
        try:
            while True:
                yield from self._pull.read_events()
                data = self._source.read(16 * 1024)
                if not data:
                    break
                self._pull.feed(data)
            root = self._pull._close_and_return_root()
            yield from self._pull.read_events()
            self.root = root
        finally:
            self.close()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._events)

    def close(self):
        """Closes the file if it was opened here."""
        if self._closes:
            self._source.close()


def iterparse(source, events=None, parser=None):
    """The events of a file, read piece by piece."""
    return _IterParse(source, events, parser)


def XML(text, parser=None):
    """The element in a text."""
    return fromstringlist([text], parser)


fromstring = XML


def XMLID(text, parser=None):
    """The element in a text, and the elements in it by their ids."""
    tree = XML(text, parser)
    ids = {}
    for element in tree.iter():
        name = element.get("id")
        if name:
            ids[name] = element
    return tree, ids


def fromstringlist(sequence, parser=None):
    """The element in the pieces of a text."""
    reader = parser or XMLParser(target=TreeBuilder())
    for piece in sequence:
        reader.feed(piece)
    return reader.close()
