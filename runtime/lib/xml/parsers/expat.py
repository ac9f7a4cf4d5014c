"""Expat: parses XML, and calls a function for each thing in it.

Left out: external entities, the declarations in a document type, and the place in the text where there's no error.
"""

import _expat

__all__ = ["ParserCreate", "ExpatError", "error", "ErrorString", "XMLParserType", "EXPAT_VERSION", "version_info", "native_encoding"]

EXPAT_VERSION = "expat_2.5.0"
version_info = (2, 5, 0)
native_encoding = "UTF-8"

(_START, _END, _TEXT, _INSTRUCTION, _COMMENT, _PREFIX_START, _PREFIX_END, _PLAIN_START, _PLAIN_END, _TYPE_START, _TYPE_END, _OTHER,
 _DECLARATION) = range(13)
# The handler of each kind of event, and what it's called with.
_HANDLERS = {
    _END: ("EndElementHandler", 1), _INSTRUCTION: ("ProcessingInstructionHandler", 2), _COMMENT: ("CommentHandler", 1),
    _PREFIX_START: ("StartNamespaceDeclHandler", 2), _PREFIX_END: ("EndNamespaceDeclHandler", 1),
    _PLAIN_START: ("StartCdataSectionHandler", 0), _PLAIN_END: ("EndCdataSectionHandler", 0),
    _TYPE_START: ("StartDoctypeDeclHandler", 4), _TYPE_END: ("EndDoctypeDeclHandler", 0), _DECLARATION: ("XmlDeclHandler", 3),
}
_ERRORS = """
out of memory|syntax error|no element found|not well-formed (invalid token)|unclosed token|partial character|mismatched tag|duplicate
attribute|junk after document element|illegal parameter entity reference|undefined entity|recursive entity reference|asynchronous entity|
reference to invalid character number|reference to binary entity|reference to external entity in attribute|XML or text declaration not at
start of entity|unknown encoding|encoding specified in XML declaration is incorrect|unclosed CDATA section|error in processing external
entity reference|document is not standalone
"""
_TEXTS = [None, *(" ".join(each.split()) for each in _ERRORS.split("|"))]


class ExpatError(Exception):
    """A text isn't XML."""


ExpatError.__module__ = "xml.parsers.expat"
error = ExpatError


def ErrorString(code, /):
    """The text for the number of an error."""
    return _TEXTS[code] if 0 <= code < len(_TEXTS) else None


class XMLParserType:
    """A parser; its attributes `...Handler` are the functions that it calls."""

    def __init__(self, encoding, separator):
        self._parser = _expat.parser(encoding, separator)
        self._separator = separator
        self._is_begun = False
        self._pending = []
        self.buffer_text = False
        self.buffer_size = 8192
        self.buffer_used = 0
        self.ordered_attributes = False
        self.specified_attributes = False
        self.namespace_prefixes = False
        self.intern = {}
        self.ErrorCode = 0
        self.ErrorLineNumber = 1
        self.ErrorColumnNumber = self.ErrorByteIndex = 0

    StartElementHandler = EndElementHandler = CharacterDataHandler = ProcessingInstructionHandler = CommentHandler = None
    StartNamespaceDeclHandler = EndNamespaceDeclHandler = StartCdataSectionHandler = EndCdataSectionHandler = None
    StartDoctypeDeclHandler = EndDoctypeDeclHandler = XmlDeclHandler = DefaultHandler = DefaultHandlerExpand = None
    SkippedEntityHandler = ExternalEntityRefHandler = NotStandaloneHandler = UnparsedEntityDeclHandler = NotationDeclHandler = None
    ElementDeclHandler = AttlistDeclHandler = EntityDeclHandler = None

    @property
    def CurrentLineNumber(self):
        """Where the parser is: only known where an error ended the parsing."""
        return self._known(self.ErrorLineNumber)

    @property
    def CurrentColumnNumber(self):
        return self._known(self.ErrorColumnNumber)

    @property
    def CurrentByteIndex(self):
        return self._known(self.ErrorByteIndex)

    def _known(self, place):
        if not self.ErrorCode:
            raise NotImplementedError("aiocc's Expat knows the places of errors only")
        return place

    def SetBase(self, base, /):
        self._base = base

    def GetBase(self):
        return getattr(self, "_base", None)

    def UseForeignDTD(self, flag=True, /):
        if flag:
            raise NotImplementedError("aiocc's Expat reads no external document types")

    def SetParamEntityParsing(self, flag, /):
        return 1

    def Parse(self, data, isfinal=False, /):
        """Parses one more piece, text or bytes."""
        if isinstance(data, str):
            if not self._is_begun:
                # Whatever the text says that it's in.
                self._parser = _expat.parser("utf-8", self._separator)
            data = data.encode("utf-8", "surrogatepass")
        self._is_begun = True
        events = self._parser.parse(bytes(data), bool(isfinal))
        code, text, line, column, byte = self._parser.error()
        for event in events:
            self._tell(event)
        if isfinal or code:
            self._flush()
        if code:
            self._fail(code, text, line, column, byte)
        return 1

    def ParseFile(self, file, /):
        """Parses all of a binary file."""
        while data := file.read(65536):
            self.Parse(data, False)
        return self.Parse(b"", True)

    def _fail(self, code, text, line, column, byte):
        self.ErrorCode, self.ErrorLineNumber, self.ErrorColumnNumber, self.ErrorByteIndex = code, line, column, byte
        failure = ExpatError(f"{text}: line {line}, column {column}")
        failure.code, failure.lineno, failure.offset = code, line, column
        raise failure

    def _flush(self):
        """With `buffer_text`, texts that follow each other are one."""
        if self._pending:
            text = "".join(self._pending)
            self._pending = []
            if self.CharacterDataHandler is not None:
                self.CharacterDataHandler(text)

    def _tell(self, event):
        kind = event[0]
        if kind == _TEXT:
            self._pending.append(event[1])
            if not self.buffer_text:
                self._flush()
            return
        self._flush()
        if kind == _START:
            self._tell_start(event)
        elif kind == _OTHER:
            self._tell_other(event)
        else:
            name, count = _HANDLERS[kind]
            handler = getattr(self, name)
            if handler is not None:
                handler(*event[1:1 + count])

    def _tell_start(self, event):
        if self.StartElementHandler is None:
            return
        values = event[2]
        self.StartElementHandler(event[1], list(values) if self.ordered_attributes else dict(zip(values[::2], values[1::2])))

    def _tell_other(self, event):
        for handler in (self.DefaultHandlerExpand, self.DefaultHandler):
            if handler is not None:
                handler(event[1])
                return


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A parser."""
    if namespace_separator is not None and len(namespace_separator) > 1:
        raise ValueError("namespace_separator must be at most one character, omitted, or None")
    return XMLParserType(encoding, namespace_separator)
