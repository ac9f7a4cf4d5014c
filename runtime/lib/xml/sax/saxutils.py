"""Texts as XML has them."""


def _replace(text, entities):
    for old, new in entities.items():
        text = text.replace(old, new)
    return text


def escape(data, entities={}):
    """The text with what's special in XML escaped."""
    data = data.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return _replace(data, entities)


def unescape(data, entities={}):
    """The text behind an escaped one."""
    data = data.replace("&lt;", "<").replace("&gt;", ">")
    return _replace(data, entities).replace("&amp;", "&")


def quoteattr(data, entities={}):
    """The text as an attribute's value, in quotes."""
    data = escape(data, {**entities, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if '"' not in data:
        return f'"{data}"'
    if "'" in data:
        return '"' + data.replace('"', "&quot;") + '"'
    return f"'{data}'"
