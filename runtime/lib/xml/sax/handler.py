"""What parsers call: handlers, whose methods do nothing; features and properties of parsers."""

version = "2.0beta"


class ErrorHandler:
    """What is done about errors."""

    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception

    def warning(self, exception):
        print(exception)


class ContentHandler:
    """What is done about elements and texts."""

    def __init__(self):
        self._locator = None

    def setDocumentLocator(self, locator):
        self._locator = locator

    def startDocument(self):
        pass

    def endDocument(self):
        pass

    def startPrefixMapping(self, prefix, uri):
        pass

    def endPrefixMapping(self, prefix):
        pass

    def startElement(self, name, attrs):
        pass

    def endElement(self, name):
        pass

    def startElementNS(self, name, qname, attrs):
        pass

    def endElementNS(self, name, qname):
        pass

    def characters(self, content):
        pass

    def ignorableWhitespace(self, whitespace):
        pass

    def processingInstruction(self, target, data):
        pass

    def skippedEntity(self, name):
        pass


class DTDHandler:
    """What is done about declarations."""

    def notationDecl(self, name, publicId, systemId):
        pass

    def unparsedEntityDecl(self, name, publicId, systemId, ndata):
        pass


class EntityResolver:
    """Where external entities are."""

    def resolveEntity(self, publicId, systemId):
        return systemId


class LexicalHandler:
    """What is done about comments, sections and the document's type."""

    def comment(self, content):
        pass

    def startDTD(self, name, public_id, system_id):
        pass

    def endDTD(self):
        pass

    def startCDATA(self):
        pass

    def endCDATA(self):
        pass


_SAX = "http://xml.org/sax/"

feature_namespaces = _SAX + "features/namespaces"
feature_namespace_prefixes = _SAX + "features/namespace-prefixes"
feature_string_interning = _SAX + "features/string-interning"
feature_validation = _SAX + "features/validation"
feature_external_ges = _SAX + "features/external-general-entities"
feature_external_pes = _SAX + "features/external-parameter-entities"
all_features = [
    feature_namespaces, feature_namespace_prefixes, feature_string_interning, feature_validation, feature_external_ges,
    feature_external_pes,
]
property_lexical_handler = _SAX + "properties/lexical-handler"
property_declaration_handler = _SAX + "properties/declaration-handler"
property_dom_node = _SAX + "properties/dom-node"
property_xml_string = _SAX + "properties/xml-string"
# Python's own.
property_encoding = "http://www.python.org/sax/properties/encoding"
property_interning_dict = "http://www.python.org/sax/properties/interning-dict"
all_properties = [
    property_lexical_handler, property_dom_node, property_declaration_handler, property_xml_string, property_encoding,
    property_interning_dict,
]
