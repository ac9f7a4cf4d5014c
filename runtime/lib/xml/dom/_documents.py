"""Documents, their types, and what makes both."""

import xml.dom
from xml.dom._elements import Attr, Element, Searched, elements_below, split_name
from xml.dom._nodes import CDATASection, Childless, Comment, DocumentFragment, Node, NodeList, ProcessingInstruction, Text


class DocumentType(Childless):
    """A document's type."""

    nodeType = Node.DOCUMENT_TYPE_NODE
    nodeValue = None

    def __init__(self, qualifiedName):
        self.name = self.nodeName = qualifiedName
        self.publicId = self.systemId = self.internalSubset = None
        self.entities = self.notations = NodeList()

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write(f"<!DOCTYPE {self.name}")
        if self.publicId:
            writer.write(f"{newl}  PUBLIC '{self.publicId}'{newl}  '{self.systemId}'")
        elif self.systemId:
            writer.write(f"{newl}  SYSTEM '{self.systemId}'")
        if self.internalSubset is not None:
            writer.write(f" [{self.internalSubset}]")
        writer.write(">" + newl)


class DOMImplementation:
    """Makes documents."""

    _features = {("core", "1.0"), ("core", "2.0"), ("core", None), ("xml", "1.0"), ("xml", "2.0"), ("xml", None), ("ls-load", "3.0"),
                 ("ls-load", None)}

    def hasFeature(self, feature, version):
        return (feature.lower(), version or None) in self._features

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        if doctype and doctype.parentNode is not None:
            raise xml.dom.WrongDocumentErr("doctype object owned by another DOM tree")
        document = Document()
        has_root = not (namespaceURI is None and qualifiedName is None and doctype is None)
        if not qualifiedName and has_root:
            raise xml.dom.InvalidCharacterErr("Element with no name")
        if has_root:
            prefix, _ = split_name(qualifiedName)
            if prefix == "xml" and namespaceURI != xml.dom.XML_NAMESPACE:
                raise xml.dom.NamespaceErr("illegal use of 'xml' prefix")
            if prefix and not namespaceURI:
                raise xml.dom.NamespaceErr("illegal use of prefix without namespaces")
            element = document.createElementNS(namespaceURI, qualifiedName)
            if doctype:
                document.appendChild(doctype)
            document.appendChild(element)
        if doctype:
            doctype.ownerDocument = document
        document.doctype = doctype
        document.implementation = self
        return document

    def createDocumentType(self, qualifiedName, publicId, systemId):
        doctype = DocumentType(qualifiedName)
        doctype.publicId, doctype.systemId = publicId, systemId
        return doctype

    def getInterface(self, feature):
        return self if self.hasFeature(feature, None) else None


class Document(Searched, Node):
    """A document."""

    nodeType = Node.DOCUMENT_NODE
    nodeName = "#document"
    nodeValue = None
    attributes = None
    parentNode = previousSibling = nextSibling = None
    implementation = DOMImplementation()
    async_ = False
    actualEncoding = encoding = standalone = version = documentURI = None
    strictErrorChecking = False
    _child_node_types = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.DOCUMENT_TYPE_NODE)

    def __init__(self):
        self.doctype = None
        self.childNodes = NodeList()

    def _check_child(self, child):
        if child.nodeType not in self._child_node_types:
            raise xml.dom.HierarchyRequestErr(f"{child!r} cannot be child of {self!r}")
        if child.nodeType == Node.ELEMENT_NODE and self.documentElement not in (None, child):
            raise xml.dom.HierarchyRequestErr("two document elements disallowed")

    @property
    def documentElement(self):
        for node in self.childNodes:
            if node.nodeType == Node.ELEMENT_NODE:
                return node
        return None

    def unlink(self):
        """Cuts all connections, so that nothing is kept by a circle."""
        doctype, self.doctype = self.doctype, None
        if doctype is not None:
            doctype.unlink()
        super().unlink()

    def cloneNode(self, deep):
        """A copy; None where it isn't to be a deep one."""
        if not deep:
            return None
        clone = Document()
        clone.implementation = self.implementation
        clone.encoding, clone.standalone, clone.version = self.encoding, self.standalone, self.version
        for node in self.childNodes:
            child = cloned(node, deep, clone)
            clone.childNodes.append(child)
            child.parentNode = clone
            if child.nodeType == Node.DOCUMENT_TYPE_NODE:
                clone.doctype = child
        return clone

    def _own(self, node):
        node.ownerDocument = self
        return node

    def createDocumentFragment(self):
        return self._own(DocumentFragment())

    def createElement(self, tagName):
        return self._own(Element(tagName))

    def createElementNS(self, namespaceURI, qualifiedName):
        prefix, _ = split_name(qualifiedName)
        return self._own(Element(qualifiedName, namespaceURI, prefix))

    def createTextNode(self, data):
        if not isinstance(data, str):
            raise TypeError("node contents must be a string")
        text = self._own(Text())
        text.data = data
        return text

    def createCDATASection(self, data):
        if not isinstance(data, str):
            raise TypeError("node contents must be a string")
        section = self._own(CDATASection())
        section.data = data
        return section

    def createComment(self, data):
        return self._own(Comment(data))

    def createProcessingInstruction(self, target, data):
        return self._own(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        return self._own(Attr(qName))

    def createAttributeNS(self, namespaceURI, qualifiedName):
        prefix, localName = split_name(qualifiedName)
        return self._own(Attr(qualifiedName, namespaceURI, localName, prefix))

    def getElementById(self, id):
        """The element of which an attribute that is an id has the value."""
        found = elements_below(
            self, lambda node: any(each.isId and each.value == id for each in node._attributes.values()), NodeList())
        return found[0] if found else None

    def importNode(self, node, deep):
        if node.nodeType in (Node.DOCUMENT_NODE, Node.DOCUMENT_TYPE_NODE):
            raise xml.dom.NotSupportedErr("cannot import document" + (" type nodes" if node.nodeType == Node.DOCUMENT_TYPE_NODE else " nodes"))
        return cloned(node, deep, self)

    def writexml(self, writer, indent="", addindent="", newl="", encoding=None, standalone=None):
        """Writes the document to a file of text."""
        written = f'encoding="{encoding}"' if encoding else ""
        if standalone is not None:
            written += f'{" " if written else ""}standalone="{"yes" if standalone else "no"}"'
        writer.write(f'<?xml version="1.0" {written}?>{newl}')
        for each in self.childNodes:
            each.writexml(writer, indent, addindent, newl)


def cloned(node, deep, document):
    """A copy that belongs to the document."""
    kind = node.nodeType
    if kind == Node.ELEMENT_NODE:
        clone = document.createElementNS(node.namespaceURI, node.nodeName)
        for attribute in node._attributes.values():
            clone.setAttributeNS(attribute.namespaceURI, attribute.nodeName, attribute.value)
            clone.getAttributeNodeNS(attribute.namespaceURI, attribute.localName).specified = attribute.specified
    elif kind == Node.DOCUMENT_FRAGMENT_NODE:
        clone = document.createDocumentFragment()
    elif kind == Node.TEXT_NODE:
        return document.createTextNode(node.data)
    elif kind == Node.CDATA_SECTION_NODE:
        return document.createCDATASection(node.data)
    elif kind == Node.PROCESSING_INSTRUCTION_NODE:
        return document.createProcessingInstruction(node.target, node.data)
    elif kind == Node.COMMENT_NODE:
        return document.createComment(node.data)
    elif kind == Node.ATTRIBUTE_NODE:
        clone = document.createAttributeNS(node.namespaceURI, node.nodeName)
        clone.specified = True
        clone.value = node.value
        return clone
    elif kind == Node.DOCUMENT_TYPE_NODE:
        clone = DOMImplementation().createDocumentType(node.name, node.publicId, node.systemId)
        clone.ownerDocument = document
        return clone
    else:
        raise xml.dom.NotSupportedErr(f"Cannot clone node {node!r}")
    if deep:
        for child in node.childNodes:
            clone.appendChild(cloned(child, deep, document))
    return clone
