"""The parser: Expat.

Left out: external entities, validation, and the place in the text where there's no error.
"""

from xml.parsers import expat
from xml.sax import handler, xmlreader
from xml.sax._exceptions import SAXNotRecognizedException, SAXNotSupportedException, SAXParseException

version = "0.20"
_FIXED_FEATURES = (handler.feature_validation, handler.feature_external_pes, handler.feature_namespace_prefixes)


class ExpatParser(xmlreader.XMLReader, xmlreader.Locator):
    """Parses texts, and calls handlers."""

    def __init__(self, namespaceHandling=0, bufsize=2**16 - 20):
        xmlreader.XMLReader.__init__(self)
        self._source = xmlreader.InputSource()
        self._parser = None
        self._has_namespaces = namespaceHandling
        self._lexical = None
        self._parsing = self._is_closed = False
        self._bufsize = bufsize
        self._failure = None

    # Features and properties.

    def getFeature(self, name):
        if name == handler.feature_namespaces:
            return self._has_namespaces
        if name == handler.feature_string_interning:
            return False
        if name in _FIXED_FEATURES or name == handler.feature_external_ges:
            return 0
        raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def setFeature(self, name, state):
        if self._parsing:
            raise SAXNotSupportedException("Cannot set features while parsing")
        if name == handler.feature_namespaces:
            self._has_namespaces = state
        elif name == handler.feature_external_ges and state:
            raise NotImplementedError("aiocc's Expat reads no external entities")
        elif name in _FIXED_FEATURES and state:
            raise SAXNotSupportedException(f"expat does not support {name.rpartition('/')[2]}")
        elif name not in handler.all_features:
            raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def getProperty(self, name):
        if name == handler.property_lexical_handler:
            return self._lexical
        raise SAXNotRecognizedException(f"Property '{name}' not recognized")

    def setProperty(self, name, value):
        if name != handler.property_lexical_handler:
            raise SAXNotRecognizedException(f"Property '{name}' not recognized")
        self._lexical = value
        if self._parser is not None:
            self._set_lexical()

    # Where the parser is.

    def getColumnNumber(self):
        return self._parser.ErrorColumnNumber if self._failure is not None else 0

    def getLineNumber(self):
        return self._parser.ErrorLineNumber if self._failure is not None else 1

    def getPublicId(self):
        return self._source.getPublicId()

    def getSystemId(self):
        return self._source.getSystemId()

    # Parsing.

    def parse(self, source):
        from xml.sax.saxutils import prepare_input_source

        source = prepare_input_source(source)
        self._source = source
        try:
            self.reset()
            self._cont_handler.setDocumentLocator(self)
            stream = source.getCharacterStream() or source.getByteStream()
            try:
                while data := stream.read(self._bufsize):
                    self.feed(data)
                self.close()
            finally:
                stream.close()
        except:
            self._parsing = False
            raise

    def reset(self):
        encoding = self._source.getEncoding()
        self._parser = parser = expat.ParserCreate(encoding, " " if self._has_namespaces else None)
        parser.StartElementHandler = self._start_ns if self._has_namespaces else self._start
        parser.EndElementHandler = self._end_ns if self._has_namespaces else self._end
        parser.ProcessingInstructionHandler = self._instruction
        parser.CharacterDataHandler = self._characters
        parser.StartNamespaceDeclHandler = self._prefix_start
        parser.EndNamespaceDeclHandler = self._prefix_end
        self._set_lexical()
        self._parsing = False
        self._failure = None
        self._is_closed = False
        self._prefixes = {"http://www.w3.org/XML/1998/namespace": "xml"}

    def _set_lexical(self):
        parser, lexical = self._parser, self._lexical
        parser.CommentHandler = lexical.comment if lexical else None
        parser.StartCdataSectionHandler = lexical.startCDATA if lexical else None
        parser.EndCdataSectionHandler = lexical.endCDATA if lexical else None
        parser.StartDoctypeDeclHandler = self._doctype if lexical else None
        parser.EndDoctypeDeclHandler = lexical.endDTD if lexical else None

    def feed(self, data, isFinal=False):
        self._begin_document()
        try:
            self._parser.Parse(data, isFinal)
        except expat.ExpatError as error:
            self._failure = error
            self._err_handler.fatalError(SAXParseException(expat.ErrorString(error.code), error, self))

    def _begin_document(self):
        """With its first piece."""
        if not self._parsing:
            self.reset()
            self._parsing = True
            self._cont_handler.startDocument()

    def flush(self):
        """Parses what's kept back."""

    def close(self):
        if self._parser is None or self._is_closed:
            return
        try:
            self.feed(b"", isFinal=True)
            self._cont_handler.endDocument()
        finally:
            self._parsing = False
            self._is_closed = True

    def _doctype(self, name, system, public, has_subset):
        self._lexical.startDTD(name, public, system)

    def _start(self, name, attributes):
        self._cont_handler.startElement(name, xmlreader.AttributesImpl(attributes))

    def _end(self, name):
        self._cont_handler.endElement(name)

    @staticmethod
    def _pair(name):
        """The namespace, None for none, and the name in it."""
        uri, space, local = name.partition(" ")
        return (uri, local) if space else (None, name)

    def _qname(self, uri, local):
        prefix = self._prefixes.get(uri)
        return f"{prefix}:{local}" if uri and prefix else local

    def _start_ns(self, name, attributes):
        pairs = {self._pair(each): value for each, value in attributes.items()}
        qnames = {pair: self._qname(*pair) for pair in pairs}
        self._cont_handler.startElementNS(self._pair(name), None, xmlreader.AttributesNSImpl(pairs, qnames))

    def _end_ns(self, name):
        self._cont_handler.endElementNS(self._pair(name), None)

    def _instruction(self, target, data):
        self._cont_handler.processingInstruction(target, data)

    def _characters(self, data):
        self._cont_handler.characters(data)

    def _prefix_start(self, prefix, uri):
        self._prefixes[uri] = prefix
        self._cont_handler.startPrefixMapping(prefix, uri)

    def _prefix_end(self, prefix):
        self._cont_handler.endPrefixMapping(prefix)


def create_parser(*args, **kwargs):
    return ExpatParser(*args, **kwargs)
