"""Nodes, and those of them that have no nodes below: texts, comments, instructions."""

import io

import xml.dom
from xml.dom import EMPTY_PREFIX

TEXTS = (xml.dom.Node.TEXT_NODE, xml.dom.Node.CDATA_SECTION_NODE)


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
        join(self.childNodes[-1] if self.childNodes else None, node)
        join(node, None)
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
        join(oldChild.previousSibling, newChild)
        join(newChild, oldChild.nextSibling)
        newChild.parentNode = self
        return alone(oldChild)

    def removeChild(self, oldChild):
        self.childNodes.pop(self._place(oldChild))
        join(oldChild.previousSibling, oldChild.nextSibling)
        return alone(oldChild)

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
        from xml.dom._documents import cloned

        return cloned(self, deep, self.ownerDocument or self)

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


def join(node, following):
    """Makes them neighbours; None stands for an end."""
    if node is not None:
        node.nextSibling = following
    if following is not None:
        following.previousSibling = node


def alone(node):
    """The node, without a parent and neighbours."""
    node.parentNode = node.previousSibling = node.nextSibling = None
    return node


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
        write_data(writer, f"{indent}{self.data}{newl}", False)

    @property
    def wholeText(self):
        """This text with its neighbours."""
        parts = [self.data]
        node = self.previousSibling
        while node is not None and node.nodeType in TEXTS:
            parts.insert(0, node.data)
            node = node.previousSibling
        node = self.nextSibling
        while node is not None and node.nodeType in TEXTS:
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


def write_data(writer, text, is_attribute):
    if text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if is_attribute:
            text = text.replace('"', "&quot;").replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")
        writer.write(text)
