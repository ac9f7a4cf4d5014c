"""Texts of XML; parsing by events (SAX) is not supported."""
