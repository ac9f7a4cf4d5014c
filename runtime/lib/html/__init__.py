"""Escaping of text for HTML."""

__all__ = ["escape"]


def escape(s, quote=True):
    """Replaces `&`, `<`, `>`, and quotes unless `quote` is false."""
    s = s.replace("&", "&amp;")
    s = s.replace("<", "&lt;")
    s = s.replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;")
        s = s.replace("'", "&#x27;")
    return s
