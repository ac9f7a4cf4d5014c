"""Trees as texts."""

import contextlib
import io

from xml.etree._elements import Comment, ProcessingInstruction, QName

HTML_EMPTY = frozenset((
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta", "param", "source", "track", "wbr",
))
# Prefixes of well-known namespaces.
_W3 = "http://www.w3.org/"
_namespace_map = {
    _W3 + "XML/1998/namespace": "xml", _W3 + "1999/xhtml": "html", _W3 + "1999/02/22-rdf-syntax-ns#": "rdf",
    _W3 + "2001/XMLSchema": "xs", _W3 + "2001/XMLSchema-instance": "xsi",
    "http://schemas.xmlsoap.org/wsdl/": "wsdl", "http://purl.org/dc/elements/1.1/": "dc",
}


def register_namespace(prefix, uri):
    """The prefix that a namespace is written with."""
    if prefix.startswith("ns") and prefix[2:].isdigit():
        raise ValueError("Prefix format reserved for internal use")
    for known, its_prefix in list(_namespace_map.items()):
        if known == uri or its_prefix == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


def raise_serialization_error(text):
    """It's no text."""
    raise TypeError(f"cannot serialize {text!r} (type {type(text).__name__})")


@contextlib.contextmanager
def open_writer(file_or_filename, encoding):
    """A function that writes texts, and the encoding that they're written in."""
    write = getattr(file_or_filename, "write", None)
    if write is None:
        name = "utf-8" if encoding.lower() == "unicode" else encoding
        with open(file_or_filename, "w", encoding=name, errors="xmlcharrefreplace") as file:
            yield file.write, name
    elif encoding.lower() == "unicode":
        yield write, getattr(file_or_filename, "encoding", None) or "utf-8"
    else:
        parts = []
        yield parts.append, encoding
        write("".join(parts).encode(encoding, "xmlcharrefreplace"))


class _Names:
    """The names of a tree with prefixes for their namespaces."""

    def __init__(self, default_namespace):
        self.by_name = {None: None}
        self.prefixes = {}
        self._default = default_namespace
        if default_namespace:
            self.prefixes[default_namespace] = ""

    def add(self, name):
        """Finds the name's prefix."""
        try:
            if name[:1] != "{":
                if self._default:
                    raise ValueError("cannot use non-qualified names with default_namespace option")
                self.by_name[name] = name
                return
            uri, _, tag = name[1:].rpartition("}")
            prefix = self.prefixes.get(uri)
            if prefix is None:
                prefix = _namespace_map.get(uri)
                if prefix is None:
                    prefix = f"ns{len(self.prefixes)}"
                if prefix != "xml":
                    self.prefixes[uri] = prefix
            self.by_name[name] = f"{prefix}:{tag}" if prefix else tag
        except TypeError:
            raise_serialization_error(name)

    def collect(self, element):
        """Finds the prefixes of all names in the element."""
        for each in element.iter():
            tag = each.tag
            if isinstance(tag, QName):
                self._add_new(tag.text)
            elif isinstance(tag, str):
                self._add_new(tag)
            elif tag is not None and tag is not Comment and tag is not ProcessingInstruction:
                raise_serialization_error(tag)
            for key, value in each.items():
                self._add_new(key.text if isinstance(key, QName) else key)
                if isinstance(value, QName):
                    self._add_new(value.text)
            if isinstance(each.text, QName):
                self._add_new(each.text.text)

    def _add_new(self, name):
        if name not in self.by_name:
            self.add(name)


def _escape(text):
    try:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    except (TypeError, AttributeError):
        raise_serialization_error(text)


def _escape_attribute(text):
    text = _escape(text)
    if '"' in text:
        text = text.replace('"', "&quot;")
    for letter, code in (("\r", "&#13;"), ("\n", "&#10;"), ("\t", "&#09;")):
        if letter in text:
            text = text.replace(letter, code)
    return text


def _escape_attribute_html(text):
    try:
        return text.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;")
    except (TypeError, AttributeError):
        raise_serialization_error(text)


def _write_attributes(write, element, names, prefixes, escape):
    if prefixes:
        for uri, prefix in sorted(prefixes.items(), key=lambda pair: pair[1]):
            write(f' xmlns{":" + prefix if prefix else ""}="{escape(uri)}"')
    for key, value in element.items():
        if isinstance(key, QName):
            key = key.text
        value = names[value.text] if isinstance(value, QName) else escape(value)
        write(f' {names[key]}="{value}"')


def write_xml(write, element, names, prefixes, short_empty_elements):
    """An element as XML."""
    tag, text = element.tag, element.text
    if tag is Comment:
        write(f"<!--{text}-->")
    elif tag is ProcessingInstruction:
        write(f"<?{text}?>")
    else:
        tag = names[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                write(_escape(text))
            for child in element:
                write_xml(write, child, names, None, short_empty_elements)
        else:
            write(f"<{tag}")
            _write_attributes(write, element, names, prefixes, _escape_attribute)
            if text or len(element) or not short_empty_elements:
                write(">")
                if text:
                    write(names[text.text] if isinstance(text, QName) else _escape(text))
                for child in element:
                    write_xml(write, child, names, None, short_empty_elements)
                write(f"</{tag}>")
            else:
                write(" />")
    if element.tail:
        write(_escape(element.tail))


def write_html(write, element, names, prefixes, **kwargs):
    """An element as HTML."""
    tag, text = element.tag, element.text
    if tag is Comment:
        write(f"<!--{_escape(text)}-->")
    elif tag is ProcessingInstruction:
        write(f"<?{_escape(text)}?>")
    else:
        tag = names[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                write(_escape(text))
            for child in element:
                write_html(write, child, names, None)
        else:
            write(f"<{tag}")
            _write_attributes(write, element, names, prefixes, _escape_attribute_html)
            write(">")
            plain = tag.lower()
            if text:
                write(text if plain in ("script", "style") else _escape(text))
            for child in element:
                write_html(write, child, names, None)
            if plain not in HTML_EMPTY:
                write(f"</{tag}>")
    if element.tail:
        write(_escape(element.tail))


def write_text(write, element):
    """An element's texts."""
    for part in element.itertext():
        write(part)
    if element.tail:
        write(element.tail)


class TextList(io.BufferedIOBase):
    """Keeps what's written as a list."""

    def __init__(self, parts):
        self._parts = parts

    def writable(self):
        return True

    def write(self, part):
        self._parts.append(part)

    def seekable(self):
        return True

    def tell(self):
        return len(self._parts)
