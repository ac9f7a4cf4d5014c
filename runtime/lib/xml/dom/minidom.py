"""Documents as trees of objects, the small way.

Left out: declarations in document types, and attributes' types but that of `setIdAttribute`.
"""

import io

import xml.dom
from xml.dom import EMPTY_NAMESPACE, EMPTY_PREFIX, XMLNS_NAMESPACE

_TEXTS = (xml.dom.Node.TEXT_NODE, xml.dom.Node.CDATA_SECTION_NODE)


class NodeList(list):
    """Nodes in order."""

    @property
    def length(self):
        return len(self)

    def item(self, index):
        return self[index] if 0 <= index < len(self) else None


class Node(xml.dom.Node):
    """What nodes have in common."""

    namespaceURI = None
    parentNode = None
    ownerDocument = None
    nextSibling = None
    previousSibling = None
    prefix = EMPTY_PREFIX

    def __bool__(self):
        return True

    def toxml(self, encoding=None, standalone=None):
        """The node as text; with an encoding, as bytes."""
        return self.toprettyxml("", "", encoding, standalone)

    def toprettyxml(self, indent="\t", newl="\n", encoding=None, standalone=None):
        """The same, each element on a line of its own."""
        if encoding is None:
            writer = io.StringIO()
        else:
            writer = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="xmlcharrefreplace", newline="\n")
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(writer, "", indent, newl, encoding, standalone)
        else:
            self.writexml(writer, "", indent, newl)
        return writer.getvalue() if encoding is None else writer.detach().getvalue()

    def hasChildNodes(self):
        return bool(self.childNodes)

    @property
    def firstChild(self):
        return self.childNodes[0] if self.childNodes else None

    @property
    def lastChild(self):
        return self.childNodes[-1] if self.childNodes else None

    @property
    def localName(self):
        return self._local_name()

    def _local_name(self):
        return None

    def _check_child(self, child):
        if child.nodeType not in self._child_node_types:
            raise xml.dom.HierarchyRequestErr(f"{child!r} cannot be child of {self!r}")

    def insertBefore(self, newChild, refChild):
        """A child before another one; None: at the end."""
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for each in tuple(newChild.childNodes):
                self.insertBefore(each, refChild)
            return newChild
        self._check_child(newChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        if refChild is None:
            return self.appendChild(newChild)
        place = self._place(refChild)
        self.childNodes.insert(place, newChild)
        newChild.nextSibling = refChild
        refChild.previousSibling = newChild
        before = self.childNodes[place - 1] if place else None
        if before is not None:
            before.nextSibling = newChild
        newChild.previousSibling = before
        newChild.parentNode = self
        return newChild

    def _place(self, child):
        for place, each in enumerate(self.childNodes):
            if each is child:
                return place
        raise xml.dom.NotFoundErr()

    def appendChild(self, node):
        """A child at the end."""
        if node.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for each in tuple(node.childNodes):
                self.appendChild(each)
            return node
        self._check_child(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        self._append(node)
        return node

    def _append(self, node):
        _join(self.childNodes[-1] if self.childNodes else None, node)
        _join(node, None)
        self.childNodes.append(node)
        node.parentNode = self

    def replaceChild(self, newChild, oldChild):
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            following = oldChild.nextSibling
            self.removeChild(oldChild)
            return self.insertBefore(newChild, following)
        self._check_child(newChild)
        if newChild is oldChild:
            return None
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        place = self._place(oldChild)
        self.childNodes[place] = newChild
        _join(oldChild.previousSibling, newChild)
        _join(newChild, oldChild.nextSibling)
        newChild.parentNode = self
        return _alone(oldChild)

    def removeChild(self, oldChild):
        self.childNodes.pop(self._place(oldChild))
        _join(oldChild.previousSibling, oldChild.nextSibling)
        return _alone(oldChild)

    def normalize(self):
        """Neighbouring texts become one, empty ones go."""
        kept = []
        for child in self.childNodes:
            if child.nodeType != Node.TEXT_NODE:
                kept.append(child)
                if child.nodeType == Node.ELEMENT_NODE:
                    child.normalize()
            elif child.data and kept and kept[-1].nodeType == child.nodeType:
                kept[-1].data += child.data
            elif child.data:
                kept.append(child)
        self.childNodes[:] = kept
        for before, node, after in zip([None, *kept], kept, [*kept[1:], None]):
            node.previousSibling, node.nextSibling = before, after

    def cloneNode(self, deep):
        return _cloned(self, deep, self.ownerDocument or self)

    def isSupported(self, feature, version):
        return self.ownerDocument.implementation.hasFeature(feature, version)

    def isSameNode(self, other):
        return self is other

    def getUserData(self, key):
        return getattr(self, "_user_data", {}).get(key)

    def setUserData(self, key, data, handler):
        if not hasattr(self, "_user_data"):
            self._user_data = {}
        old = self._user_data.get(key)
        self._user_data[key] = data
        return old

    def unlink(self):
        """Lets go of all that's below."""
        self.parentNode = self.ownerDocument = None
        if self.childNodes:
            for child in self.childNodes:
                child.unlink()
            self.childNodes = NodeList()
        self.previousSibling = self.nextSibling = None

    def __enter__(self):
        return self

    def __exit__(self, et, ev, tb):
        self.unlink()


def _write_data(writer, text, is_attribute):
    if text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if is_attribute:
            text = text.replace('"', "&quot;").replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")
        writer.write(text)


def _elements_below(parent, matches, found):
    for node in parent.childNodes:
        if node.nodeType == Node.ELEMENT_NODE:
            if matches(node):
                found.append(node)
            _elements_below(node, matches, found)
    return found


class _Searched:
    """A node whose elements can be looked for."""

    def getElementsByTagName(self, name):
        return _elements_below(self, lambda node: name == "*" or node.tagName == name, NodeList())

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return _elements_below(
            self, lambda node: localName in ("*", node.localName) and namespaceURI in ("*", node.namespaceURI), NodeList())


class DocumentFragment(Node):
    """Nodes without a parent."""

    nodeType = Node.DOCUMENT_FRAGMENT_NODE
    nodeName = "#document-fragment"
    nodeValue = None
    attributes = None
    parentNode = None
    _child_node_types = (
        Node.ELEMENT_NODE, Node.TEXT_NODE, Node.CDATA_SECTION_NODE, Node.ENTITY_REFERENCE_NODE, Node.PROCESSING_INSTRUCTION_NODE,
        Node.COMMENT_NODE, Node.NOTATION_NODE)

    def __init__(self):
        self.childNodes = NodeList()


class Attr(Node):
    """An attribute of an element."""

    nodeType = Node.ATTRIBUTE_NODE
    attributes = None
    specified = False
    _is_id = False
    _child_node_types = (Node.TEXT_NODE, Node.ENTITY_REFERENCE_NODE)

    def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None, prefix=None):
        self.ownerElement = None
        self._name = qName
        self.namespaceURI = namespaceURI
        self._prefix = prefix
        self._value = ""
        self._local = localName
        self.childNodes = NodeList()

    def _local_name(self):
        return self._local or self._name.split(":", 1)[-1]

    @property
    def name(self):
        return self._name

    nodeName = name

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value
        self.childNodes = NodeList([_text(value, self)])

    nodeValue = value

    @property
    def prefix(self):
        return self._prefix

    @property
    def isId(self):
        return self._is_id

    def unlink(self):
        element = self.ownerElement
        if element is not None:
            element._remove_attribute(self)
        self.ownerElement = None


def _text(data, parent):
    text = Text()
    text.data = data
    text.parentNode = parent
    return text


class NamedNodeMap:
    """The attributes of an element."""

    def __init__(self, attributes, owner):
        self._attributes = attributes
        self._owner = owner

    @property
    def length(self):
        return len(self._attributes)

    def __len__(self):
        return len(self._attributes)

    def item(self, index):
        try:
            return self[list(self._attributes)[index]]
        except IndexError:
            return None

    def items(self):
        return [(node.nodeName, node.value) for node in self._attributes.values()]

    def itemsNS(self):
        return [((node.namespaceURI, node.localName), node.value) for node in self._attributes.values()]

    def keys(self):
        return self._attributes.keys()

    def keysNS(self):
        return [(node.namespaceURI, node.localName) for node in self._attributes.values()]

    def values(self):
        return self._attributes.values()

    def get(self, name, value=None):
        return self._attributes.get(name, value)

    def __contains__(self, key):
        return key in self._attributes

    def _find(self, key):
        if isinstance(key, tuple):
            for node in self._attributes.values():
                if (node.namespaceURI, node.localName) == key:
                    return node
            raise KeyError(key)
        return self._attributes[key]

    def __getitem__(self, key):
        return self._find(key)

    def __setitem__(self, attname, value):
        if isinstance(value, str):
            node = self._attributes.get(attname)
            if node is None:
                node = Attr(attname)
                node.ownerDocument = self._owner.ownerDocument
                self.setNamedItem(node)
            node.value = value
            return
        if not isinstance(value, Attr):
            raise TypeError("value must be a string or Attr object")
        self.setNamedItem(value)

    def __delitem__(self, key):
        self._find(key).unlink()

    def getNamedItem(self, name):
        return self._attributes.get(name)

    def getNamedItemNS(self, namespaceURI, localName):
        try:
            return self._find((namespaceURI, localName))
        except KeyError:
            return None

    def setNamedItem(self, node):
        if not isinstance(node, Attr):
            raise xml.dom.HierarchyRequestErr(f"{node!r} cannot be child of {self!r}")
        old = self._attributes.get(node.name)
        if old:
            old.unlink()
        self._owner._store(node)
        return old

    setNamedItemNS = setNamedItem

    def removeNamedItem(self, name):
        node = self._attributes.get(name)
        if node is None:
            raise xml.dom.NotFoundErr()
        self._owner._remove_attribute(node)
        return node

    def removeNamedItemNS(self, namespaceURI, localName):
        node = self.getNamedItemNS(namespaceURI, localName)
        if node is None:
            raise xml.dom.NotFoundErr()
        self._owner._remove_attribute(node)
        return node


AttributeList = NamedNodeMap


class Element(_Searched, Node):
    """An element."""

    nodeType = Node.ELEMENT_NODE
    nodeValue = None
    schemaType = None
    _child_node_types = (
        Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.TEXT_NODE, Node.CDATA_SECTION_NODE,
        Node.ENTITY_REFERENCE_NODE)

    def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=None, localName=None):
        self.tagName = self.nodeName = tagName
        self.namespaceURI, self.prefix = namespaceURI, prefix
        self._attributes = {}
        self.childNodes = NodeList()
        _alone(self)

    def _local_name(self):
        return self.tagName.split(":", 1)[-1]

    def __repr__(self):
        return f"<DOM Element: {self.tagName} at {id(self):#x}>"

    @property
    def attributes(self):
        return NamedNodeMap(self._attributes, self)

    def hasAttributes(self):
        return bool(self._attributes)

    def unlink(self):
        for attribute in list(self._attributes.values()):
            attribute.unlink()
        Node.unlink(self)

    def _store(self, node):
        self._attributes[node.name] = node
        node.ownerElement = self

    def _remove_attribute(self, node):
        if self._attributes.get(node.name) is node:
            del self._attributes[node.name]
        node.ownerElement = None

    def _named(self, namespaceURI, localName):
        for node in self._attributes.values():
            if node.namespaceURI == namespaceURI and node.localName == localName:
                return node
        return None

    def getAttribute(self, attname):
        node = self._attributes.get(attname)
        return "" if node is None else node.value

    def getAttributeNS(self, namespaceURI, localName):
        node = self._named(namespaceURI, localName)
        return "" if node is None else node.value

    def setAttribute(self, attname, value):
        node = self._attributes.get(attname)
        if node is None:
            node = Attr(attname)
            node.ownerDocument = self.ownerDocument
            self._store(node)
        node.value = value

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        prefix, localName = _split(qualifiedName)
        node = self._named(namespaceURI, localName)
        if node is None:
            node = Attr(qualifiedName, namespaceURI, localName, prefix)
            node.ownerDocument = self.ownerDocument
            self._store(node)
        elif node.name != qualifiedName:
            del self._attributes[node.name]
            node._name, node._prefix = qualifiedName, prefix
            self._store(node)
        node.value = value

    def getAttributeNode(self, attrname):
        return self._attributes.get(attrname)

    def getAttributeNodeNS(self, namespaceURI, localName):
        return self._named(namespaceURI, localName)

    def setAttributeNode(self, attr):
        if attr.ownerElement not in (None, self):
            raise xml.dom.InuseAttributeErr("attribute node already owned")
        old = self._attributes.get(attr.name)
        if old is attr:
            return None
        if old is not None:
            self._remove_attribute(old)
        self._store(attr)
        return old

    setAttributeNodeNS = setAttributeNode

    def removeAttribute(self, name):
        if name not in self._attributes:
            raise xml.dom.NotFoundErr()
        self._remove_attribute(self._attributes[name])

    def removeAttributeNS(self, namespaceURI, localName):
        node = self._named(namespaceURI, localName)
        if node is None:
            raise xml.dom.NotFoundErr()
        self._remove_attribute(node)

    def removeAttributeNode(self, node):
        if node is None or self._attributes.get(node.name) is not node:
            raise xml.dom.NotFoundErr()
        self._remove_attribute(node)
        return node

    removeAttributeNodeNS = removeAttributeNode

    def hasAttribute(self, name):
        return name in self._attributes

    def hasAttributeNS(self, namespaceURI, localName):
        return self._named(namespaceURI, localName) is not None

    def setIdAttribute(self, name):
        node = self.getAttributeNode(name)
        if node is None:
            raise xml.dom.NotFoundErr()
        node._is_id = True

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Writes the element to a file of text."""
        writer.write(f"{indent}<{self.tagName}")
        for name, node in self._attributes.items():
            writer.write(f' {name}="')
            _write_data(writer, node.value, True)
            writer.write('"')
        if not self.childNodes:
            writer.write(f"/>{newl}")
            return
        writer.write(">")
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in _TEXTS:
            self.childNodes[0].writexml(writer, "", "", "")
        else:
            writer.write(newl)
            for node in self.childNodes:
                node.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write(f"</{self.tagName}>{newl}")


class Childless(Node):
    """A node that can't have children."""

    attributes = None
    childNodes = ()
    firstChild = lastChild = None

    def appendChild(self, node):
        raise xml.dom.HierarchyRequestErr(f"{self.nodeName} nodes cannot have children")

    def hasChildNodes(self):
        return False

    def insertBefore(self, newChild, refChild):
        raise xml.dom.HierarchyRequestErr(f"{self.nodeName} nodes do not have children")

    def removeChild(self, oldChild):
        raise xml.dom.NotFoundErr(f"{self.nodeName} nodes do not have children")

    def replaceChild(self, newChild, oldChild):
        raise xml.dom.HierarchyRequestErr(f"{self.nodeName} nodes do not have children")

    def normalize(self):
        """There's nothing below."""

    def unlink(self):
        self.parentNode = self.ownerDocument = self.previousSibling = self.nextSibling = None


class ProcessingInstruction(Childless):
    """An instruction to programs."""

    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        self.target = self.nodeName = target
        self.data = data

    @property
    def nodeValue(self):
        return self.data

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write(f"{indent}<?{self.target} {self.data}?>{newl}")


class CharacterData(Childless):
    """A text."""

    def __init__(self):
        self.ownerDocument = self.parentNode = self.previousSibling = self.nextSibling = None
        self._data = ""

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        self._data = data

    nodeValue = data

    @property
    def length(self):
        return len(self._data)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        dots = "..." if len(self.data) > 10 else ""
        return f'<DOM {type(self).__name__} node "{self.data[:10]!r}{dots}">'

    def _check(self, offset, count=0):
        for is_wrong, problem in (
            (offset < 0, "offset cannot be negative"),
            (offset >= len(self.data), "offset cannot be beyond end of data"),
            (count < 0, "count cannot be negative"),
        ):
            if is_wrong:
                raise xml.dom.IndexSizeErr(problem)

    def substringData(self, offset, count):
        self._check(offset, count)
        return self.data[offset:offset + count]

    def appendData(self, arg):
        self.data = self.data + arg

    def insertData(self, offset, arg):
        self._check(offset)
        if arg:
            self.data = self.data[:offset] + arg + self.data[offset:]

    def deleteData(self, offset, count):
        self._check(offset, count)
        if count:
            self.data = self.data[:offset] + self.data[offset + count:]

    def replaceData(self, offset, count, arg):
        self._check(offset, count)
        if count:
            self.data = self.data[:offset] + arg + self.data[offset + count:]


class Text(CharacterData):
    """A text in an element."""

    nodeType = Node.TEXT_NODE
    nodeName = "#text"

    def splitText(self, offset):
        if not 0 <= offset <= len(self.data):
            raise xml.dom.IndexSizeErr("illegal offset value")
        new = type(self)()
        new.data = self.data[offset:]
        new.ownerDocument = self.ownerDocument
        following = self.nextSibling
        if self.parentNode is not None:
            self.parentNode.insertBefore(new, following)
        self.data = self.data[:offset]
        return new

    def writexml(self, writer, indent="", addindent="", newl=""):
        _write_data(writer, f"{indent}{self.data}{newl}", False)

    @property
    def wholeText(self):
        """This text with its neighbours."""
        parts = [self.data]
        node = self.previousSibling
        while node is not None and node.nodeType in _TEXTS:
            parts.insert(0, node.data)
            node = node.previousSibling
        node = self.nextSibling
        while node is not None and node.nodeType in _TEXTS:
            parts.append(node.data)
            node = node.nextSibling
        return "".join(parts)


class Comment(CharacterData):
    """A comment."""

    nodeType = Node.COMMENT_NODE
    nodeName = "#comment"

    def __init__(self, data):
        super().__init__()
        self.data = data

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Writes the comment to a file of text."""
        text = self.data
        if "--" in text:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write(f"{indent}<!--{text}-->{newl}")


class CDATASection(Text):
    """A text that's written as it is."""

    nodeType = Node.CDATA_SECTION_NODE
    nodeName = "#cdata-section"

    def writexml(self, writer, indent="", addindent="", newl=""):
        if self.data.find("]]>") >= 0:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write(f"<![CDATA[{self.data}]]>")


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


def _split(qualifiedName):
    """The prefix, None for none, and the rest."""
    prefix, colon, rest = qualifiedName.partition(":")
    return (prefix, rest) if colon else (None, qualifiedName)


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
            prefix, _ = _split(qualifiedName)
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


class Document(_Searched, Node):
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
            child = _cloned(node, deep, clone)
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
        prefix, _ = _split(qualifiedName)
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
        prefix, localName = _split(qualifiedName)
        return self._own(Attr(qualifiedName, namespaceURI, localName, prefix))

    def getElementById(self, id):
        """The element of which an attribute that is an id has the value."""
        found = _elements_below(
            self, lambda node: any(each.isId and each.value == id for each in node._attributes.values()), NodeList())
        return found[0] if found else None

    def importNode(self, node, deep):
        if node.nodeType in (Node.DOCUMENT_NODE, Node.DOCUMENT_TYPE_NODE):
            raise xml.dom.NotSupportedErr("cannot import document" + (" type nodes" if node.nodeType == Node.DOCUMENT_TYPE_NODE else " nodes"))
        return _cloned(node, deep, self)

    def writexml(self, writer, indent="", addindent="", newl="", encoding=None, standalone=None):
        """Writes the document to a file of text."""
        written = f'encoding="{encoding}"' if encoding else ""
        if standalone is not None:
            written += f'{" " if written else ""}standalone="{"yes" if standalone else "no"}"'
        writer.write(f'<?xml version="1.0" {written}?>{newl}')
        for each in self.childNodes:
            each.writexml(writer, indent, addindent, newl)


def _join(node, following):
    """Makes them neighbours; None stands for an end."""
    if node is not None:
        node.nextSibling = following
    if following is not None:
        following.previousSibling = node


def _alone(node):
    """The node, without a parent and neighbours."""
    node.parentNode = node.previousSibling = node.nextSibling = None
    return node


def _cloned(node, deep, document):
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
            clone.appendChild(_cloned(child, deep, document))
    return clone


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
            _split(each)[1] if each != "xmlns" else None: text or None for each, text in zip(names, texts)
            if each == "xmlns" or each.startswith("xmlns:")
        }
        scope = {**scope, **declared} if declared else scope
        self._scopes.append(scope)
        prefix, _ = _split(name)
        element = Element(name, scope.get(prefix, EMPTY_NAMESPACE), prefix)
        element.ownerDocument = self.document
        for each, text in zip(names, texts):
            self._add_attribute(element, each, text, scope)
        self._current._append(element)
        self._current = element

    def _add_attribute(self, element, name, text, scope):
        prefix, local = _split(name)
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
