"""Elements: a tag, attributes, text, and children."""

import copy
import warnings

from _support import name_with_module
from xml.etree import ElementPath


class ParseError(SyntaxError):
    """The text isn't well-formed. `code` is Expat's number of the error, `position` its line and column."""


def iselement(element):
    """Whether the object looks like an element."""
    return hasattr(element, "tag")


def _is_plain(path):
    """Whether the path is just a tag."""
    is_name = False
    for letter in path:
        if letter == "{":
            is_name = True
        elif letter == "}":
            is_name = False
        elif not is_name and letter in "/*[@.":
            return False
    return True


def _check(element, function, place=1):
    if not isinstance(element, Element):
        raise TypeError(f"{function}() argument {place} must be xml.etree.ElementTree.Element, not {type(element).__name__}")


class Element:
    """An element; a sequence of its children."""

    __slots__ = ("tag", "attrib", "text", "tail", "_children", "__weakref__")

    def __init__(self, tag, attrib={}, /, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f"Element() argument 2 must be dict, not {type(attrib).__name__}")
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self.text = None
        self.tail = None
        self._children = []

    def __repr__(self):
        return f"<Element {self.tag!r} at {id(self):#x}>"

    def makeelement(self, tag, attrib, /):
        """A new element of the same kind."""
        return self.__class__(tag, attrib)

    def __copy__(self):
        made = self.makeelement(self.tag, self.attrib)
        made.text = self.text
        made.tail = self.tail
        made[:] = self
        return made

    def __deepcopy__(self, memo):
        made = self.makeelement(copy.deepcopy(self.tag, memo), copy.deepcopy(self.attrib, memo))
        made.text = copy.deepcopy(self.text, memo)
        made.tail = copy.deepcopy(self.tail, memo)
        made._children = [copy.deepcopy(child, memo) for child in self._children]
        memo[id(self)] = made
        return made

    def __getstate__(self):
        return {"tag": self.tag, "_children": self._children, "attrib": self.attrib, "text": self.text, "tail": self.tail}

    def __setstate__(self, state):
        for name, value in state.items():
            setattr(self, name, value)

    def __reduce__(self):
        return type(self), (self.tag,), self.__getstate__()

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        warnings.warn("Testing an element's truth value will always return True in future versions.  Use specific 'len(elem)' or "
                      "'elem is not None' test instead.", DeprecationWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError("child index out of range") from None

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for each in element:
                if not isinstance(each, Element):
                    raise TypeError(f"expected an Element, not \"{type(each).__name__}\"")
        elif not isinstance(element, Element):
            raise TypeError(f"expected an Element, not \"{type(element).__name__}\"")
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def __delitem__(self, index):
        try:
            del self._children[index]
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def append(self, subelement, /):
        """Adds a child behind the others."""
        _check(subelement, "append")
        self._children.append(subelement)

    def extend(self, elements, /):
        """Adds children behind the others."""
        for element in elements:
            if not isinstance(element, Element):
                raise TypeError(f"expected an Element, not \"{type(element).__name__}\"")
            self._children.append(element)

    def insert(self, index, subelement, /):
        """Adds a child at a place."""
        _check(subelement, "insert", 2)
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        """Removes a child."""
        _check(subelement, "remove")
        for place, child in enumerate(self._children):
            if child is subelement or child == subelement:
                del self._children[place]
                return
        raise ValueError("list.remove(x): x not in list")

    def find(self, path, namespaces=None):
        """The first element that a path leads to, None for none."""
        if namespaces is None and _is_plain(path):
            return next((child for child in self._children if child.tag == path), None)
        return ElementPath.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element that a path leads to."""
        found = self.find(path, namespaces)
        return default if found is None else found.text or ""

    def findall(self, path, namespaces=None):
        """A list of the elements that a path leads to."""
        if namespaces is None and _is_plain(path):
            return [child for child in self._children if child.tag == path]
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        """The elements that a path leads to."""
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        """Forgets all but the tag."""
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        """An attribute."""
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        """Sets an attribute."""
        self.attrib[key] = value

    def keys(self):
        """The attributes' names."""
        return list(self.attrib)

    def items(self):
        """The attributes as pairs."""
        return list(self.attrib.items())

    def iter(self, tag=None):
        """This element and all below, in the order of the text; those of a tag."""
        if tag == "*":
            tag = None
        waiting = [iter((self,))]
        while waiting:
            element = next(waiting[-1], None)
            if element is None:
                waiting.pop()
                continue
            if tag is None or element.tag == tag:
                yield element
            waiting.append(iter(element._children))

    def itertext(self):
        """All texts in it, in their order."""
        if not isinstance(self.tag, str) and self.tag is not None:
            return
        if self.text:
            yield self.text
        for child in self._children:
            yield from child.itertext()
            if child.tail:
                yield child.tail


Element.__module__ = "xml.etree.ElementTree"
ParseError.__module__ = "xml.etree.ElementTree"


def SubElement(parent, tag, attrib={}, /, **extra):
    """A new child, behind the others."""
    if not isinstance(parent, Element):
        raise TypeError(f"SubElement() argument 1 must be xml.etree.ElementTree.Element, not {type(parent).__name__}")
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    """A comment as an element."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """A processing instruction as an element."""
    element = Element(ProcessingInstruction)
    element.text = f"{target} {text}" if text else target
    return element


PI = ProcessingInstruction


class QName:
    """A name in a namespace."""

    __module__ = "xml.etree.ElementTree"

    def __init__(self, text_or_uri, tag=None):
        self.text = f"{{{text_or_uri}}}{tag}" if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f"<{type(self).__name__} {self.text!r}>"

    def __hash__(self):
        return hash(self.text)

    def _text_of(self, other):
        return other.text if isinstance(other, QName) else other

    def __le__(self, other):
        return self.text <= self._text_of(other)

    def __lt__(self, other):
        return self.text < self._text_of(other)

    def __ge__(self, other):
        return self.text >= self._text_of(other)

    def __gt__(self, other):
        return self.text > self._text_of(other)

    def __eq__(self, other):
        return self.text == self._text_of(other)


name_with_module(Element)
