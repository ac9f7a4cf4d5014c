"""Expat, under its module's name."""

from xml.parsers.expat import *
from xml.parsers.expat import EXPAT_VERSION, ErrorString, ExpatError, ParserCreate, XMLParserType, error, native_encoding, version_info
