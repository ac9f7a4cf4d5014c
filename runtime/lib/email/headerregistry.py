"""Addresses and groups of them, as headers have them.

Left out: the classes of headers' values.
"""

__all__ = ["Address", "Group"]

_DOT_ATOM_ENDS = frozenset('()<>@,:;"[]\\ \t\r\n')
_SPECIALS = frozenset('()<>@,:.;"[]')


def _quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


class Address:
    """A name, and an address: its parts, or `addr_spec` for both."""

    def __init__(self, display_name="", username="", domain="", addr_spec=None):
        inputs = "".join(each for each in (display_name, username, domain, addr_spec) if each is not None)
        if "\r" in inputs or "\n" in inputs:
            raise ValueError("invalid arguments; address parts cannot contain CR or LF")
        if addr_spec is None:
            self._parts = (display_name, username, domain)
        elif username or domain:
            raise TypeError("addrspec specified when username and/or domain also specified")
        else:
            self._parts = (display_name, *_split(addr_spec))

    display_name = property(lambda self: self._parts[0])
    username = property(lambda self: self._parts[1])
    domain = property(lambda self: self._parts[2])

    @property
    def addr_spec(self):
        """NAME@DOMAIN, the name in quotes where it has to be."""
        name = self.username
        if set(name) & _DOT_ATOM_ENDS:
            name = _quoted(name)
        if self.domain:
            return f"{name}@{self.domain}"
        return name or "<>"

    def __repr__(self):
        return f"{type(self).__name__}(display_name={self.display_name!r}, username={self.username!r}, domain={self.domain!r})"

    def __str__(self):
        name = self.display_name
        if set(name) & _SPECIALS:
            name = _quoted(name)
        if not name:
            return self.addr_spec
        return f"{name} <{'' if self.addr_spec == '<>' else self.addr_spec}>"

    def __eq__(self, other):
        return self._parts == other._parts if isinstance(other, Address) else NotImplemented


def _split(addr_spec):
    """The parts of NAME@DOMAIN."""
    from email.errors import HeaderParseError
    from email.utils import parseaddr

    name, address = parseaddr(addr_spec)
    if name or not address or address != addr_spec.strip():
        raise HeaderParseError(f"Invalid address: {addr_spec!r}") if not address else ValueError(
            f"Invalid addr_spec; only '{address}' could be parsed from '{addr_spec}'")
    username, at, domain = address.rpartition("@")
    return (username, domain) if at else (address, "")


class Group:
    """Addresses with a name; without one, an address alone."""

    def __init__(self, display_name=None, addresses=None):
        self._parts = (display_name, tuple(addresses or ()))

    display_name = property(lambda self: self._parts[0])
    addresses = property(lambda self: self._parts[1])

    def __repr__(self):
        return f"{type(self).__name__}(display_name={self.display_name!r}, addresses={self.addresses!r}"

    def __str__(self):
        name, addresses = self._parts
        texts = list(map(str, addresses))
        if name is None and len(texts) == 1:
            return texts[0]
        shown = _quoted(name) if name and set(name) & _SPECIALS else name
        listed = ", ".join(texts)
        return f"{shown}: {listed};" if listed else f"{shown}:;"

    def __eq__(self, other):
        return self._parts == other._parts if isinstance(other, Group) else NotImplemented
