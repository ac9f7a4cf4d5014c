"""Documents as trees of objects (DOM)."""

__all__ = ["Node", "getDOMImplementation"]

EMPTY_NAMESPACE = None
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/"
XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
EMPTY_PREFIX = None

(INDEX_SIZE_ERR, DOMSTRING_SIZE_ERR, HIERARCHY_REQUEST_ERR, WRONG_DOCUMENT_ERR, INVALID_CHARACTER_ERR, NO_DATA_ALLOWED_ERR,
 NO_MODIFICATION_ALLOWED_ERR, NOT_FOUND_ERR, NOT_SUPPORTED_ERR, INUSE_ATTRIBUTE_ERR, INVALID_STATE_ERR, SYNTAX_ERR,
 INVALID_MODIFICATION_ERR, NAMESPACE_ERR, INVALID_ACCESS_ERR, VALIDATION_ERR) = range(1, 17)


class Node:
    """The kinds of nodes."""

    (ELEMENT_NODE, ATTRIBUTE_NODE, TEXT_NODE, CDATA_SECTION_NODE, ENTITY_REFERENCE_NODE, ENTITY_NODE, PROCESSING_INSTRUCTION_NODE,
     COMMENT_NODE, DOCUMENT_NODE, DOCUMENT_TYPE_NODE, DOCUMENT_FRAGMENT_NODE, NOTATION_NODE) = range(1, 13)


class DOMException(Exception):
    """What nodes don't allow."""

    def __init__(self, *args):
        # Each subclass has a code.
        if not hasattr(self, "code"):
            raise RuntimeError("DOMException should not be instantiated directly")
        super().__init__(*args)

    def _get_code(self):
        return self.code


class IndexSizeErr(DOMException):
    """A place that isn't in the text."""

    code = INDEX_SIZE_ERR


class HierarchyRequestErr(DOMException):
    """A node can't be there."""

    code = HIERARCHY_REQUEST_ERR


class WrongDocumentErr(DOMException):
    """The node belongs to another document."""

    code = WRONG_DOCUMENT_ERR


class InvalidCharacterErr(DOMException):
    """A name has a character that names can't have."""

    code = INVALID_CHARACTER_ERR


class NoModificationAllowedErr(DOMException):
    """The node can't be changed."""

    code = NO_MODIFICATION_ALLOWED_ERR


class NotFoundErr(DOMException):
    """The node isn't there."""

    code = NOT_FOUND_ERR


class NotSupportedErr(DOMException):
    """That can't be done here."""

    code = NOT_SUPPORTED_ERR


class InuseAttributeErr(DOMException):
    """The attribute is another element's."""

    code = INUSE_ATTRIBUTE_ERR


class InvalidStateErr(DOMException):
    """The node can't be used any more."""

    code = INVALID_STATE_ERR


class SyntaxErr(DOMException):
    """A text isn't what it should be."""

    code = SYNTAX_ERR


class NamespaceErr(DOMException):
    """A name and its namespace don't fit."""

    code = NAMESPACE_ERR


class InvalidAccessErr(DOMException):
    """The node can't do that."""

    code = INVALID_ACCESS_ERR


def getDOMImplementation(name=None, features=()):
    """What makes documents."""
    from xml.dom.minidom import getDOMImplementation as get

    return get(features)
