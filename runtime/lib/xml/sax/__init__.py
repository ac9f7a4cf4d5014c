"""Texts of XML parsed by events (SAX).

Left out: other parsers than Expat.
"""

from xml.sax._exceptions import (
    SAXException, SAXNotRecognizedException, SAXNotSupportedException, SAXParseException, SAXReaderNotAvailable,
)
from xml.sax.handler import ContentHandler, ErrorHandler
from xml.sax.xmlreader import InputSource

_defers_imports = True
default_parser_list = ["xml.sax.expatreader"]


def make_parser(parser_list=()):
    """A parser."""
    from xml.sax.expatreader import create_parser

    if any(each != "xml.sax.expatreader" for each in parser_list):
        raise SAXReaderNotAvailable("No parsers found", None)
    return create_parser()


def parse(source, handler, errorHandler=ErrorHandler()):
    """Parses a file, or what a name or an InputSource means."""
    _parser_for(handler, errorHandler).parse(source)


def _parser_for(handler, errorHandler):
    parser = make_parser()
    parser.setErrorHandler(errorHandler)
    parser.setContentHandler(handler)
    return parser


def parseString(string, handler, errorHandler=ErrorHandler()):
    """Parses a text or bytes."""
    import io

    source = InputSource()
    if isinstance(string, str):
        source.setCharacterStream(io.StringIO(string))
    else:
        source.setByteStream(io.BytesIO(string))
    parse(source, handler, ErrorHandler() if errorHandler is None else errorHandler)
