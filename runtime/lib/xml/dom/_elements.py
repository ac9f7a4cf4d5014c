"""Elements and their attributes."""

import xml.dom
from xml.dom import EMPTY_NAMESPACE
from xml.dom._nodes import TEXTS, Node, NodeList, Text, alone, write_data


def split_name(qualifiedName):
    """The prefix, None for none, and the rest."""
    prefix, colon, rest = qualifiedName.partition(":")
    return (prefix, rest) if colon else (None, qualifiedName)


def elements_below(parent, matches, found):
    for node in parent.childNodes:
        if node.nodeType == Node.ELEMENT_NODE:
            if matches(node):
                found.append(node)
            elements_below(node, matches, found)
    return found


class Searched:
    """A node whose elements can be looked for."""

    def getElementsByTagName(self, name):
        return elements_below(self, lambda node: name == "*" or node.tagName == name, NodeList())

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return elements_below(
            self, lambda node: localName in ("*", node.localName) and namespaceURI in ("*", node.namespaceURI), NodeList())


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


class Element(Searched, Node):
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
        alone(self)

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
        prefix, localName = split_name(qualifiedName)
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
            write_data(writer, node.value, True)
            writer.write('"')
        if not self.childNodes:
            writer.write(f"/>{newl}")
            return
        writer.write(">")
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in TEXTS:
            self.childNodes[0].writexml(writer, "", "", "")
        else:
            writer.write(newl)
            for node in self.childNodes:
                node.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write(f"</{self.tagName}>{newl}")
