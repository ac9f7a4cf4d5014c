"""Escaping of text for HTML, and back."""

_defers_imports = True

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    """Replaces `&`, `<`, `>`, and quotes unless `quote` is false."""
    s = s.replace("&", "&amp;")
    s = s.replace("<", "&lt;")
    s = s.replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;")
        s = s.replace("'", "&#x27;")
    return s


def unescape(s):
    """Replaces character references by the characters."""
    if "&" not in s:
        return s
    from html._references import replace_references

    return replace_references(s)
