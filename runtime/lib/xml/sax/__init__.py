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
    parser = make_parser()
    parser.setContentHandler(handler)
    parser.setErrorHandler(errorHandler)
    parser.parse(source)


def parseString(string, handler, errorHandler=ErrorHandler()):
    """Parses a text or bytes."""
    import io

    parser = make_parser()
    parser.setContentHandler(handler)
    parser.setErrorHandler(ErrorHandler() if errorHandler is None else errorHandler)
    source = InputSource()
    if isinstance(string, str):
        source.setCharacterStream(io.StringIO(string))
    else:
        source.setByteStream(io.BytesIO(string))
    parser.parse(source)
