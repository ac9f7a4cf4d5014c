"""Long headers in several lines, and other characters than ASCII's as encoded words."""

from email import quoprimime

_ADDRESSES = frozenset(("to", "cc", "bcc", "from", "sender", "reply-to", "resent-to", "resent-cc", "resent-bcc", "resent-from", "resent-sender"))


def fold(name, value, policy):
    """The header's lines."""
    if not policy.utf8 and not value.isascii():
        value = _encoded_addresses(value) if name.lower() in _ADDRESSES else _encoded_words(value)
        if policy.max_line_length and len(name) + 2 + len(value) > policy.max_line_length:
            raise NotImplementedError(f"aiocc doesn't fold long headers with other characters than ASCII's: {name}")
    most = policy.max_line_length or 1000000
    lines = _lines(f"{name}: {value}", len(name) + 1, most)
    return policy.linesep.join(lines) + policy.linesep


def _lines(text, start, most):
    """Cut at spaces, as late as possible; the name isn't left alone unless it must be."""
    lines = []
    while len(text) > most:
        place = text.rfind(" ", start + 1 if not lines else 1, most + 1)
        if place < 0 or not text[:place].strip():
            place = text.find(" ", most + 1)
            if place < 0:
                break
        lines.append(text[:place])
        text = text[place:]
    return [*lines, text]


def _encoded(text):
    return quoprimime.header_encode(text.encode("utf-8"), "utf-8")


def _encoded_words(value):
    """Words with other characters are encoded, neighbours together."""
    words = value.split(" ")
    out = []
    run = []
    for word in [*words, ""]:
        if word and not word.isascii():
            run.append(word)
            continue
        if run:
            out.append(_encoded(" ".join(run)))
            run = []
        out.append(word)
    return " ".join(out[:-1])


def _encoded_addresses(value):
    from email.utils import formataddr, getaddresses

    return ", ".join(formataddr(pair) for pair in getaddresses([value]))
