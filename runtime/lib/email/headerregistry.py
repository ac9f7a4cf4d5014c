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
        if addr_spec is not None:
            if username or domain:
                raise TypeError("addrspec specified when username and/or domain also specified")
            username, domain = _split(addr_spec)
        self._display_name = display_name
        self._username = username
        self._domain = domain

    @property
    def display_name(self):
        return self._display_name

    @property
    def username(self):
        return self._username

    @property
    def domain(self):
        return self._domain

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
        if not isinstance(other, Address):
            return NotImplemented
        return (self.display_name, self.username, self.domain) == (other.display_name, other.username, other.domain)


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
        self._display_name = display_name
        self._addresses = tuple(addresses) if addresses else ()

    @property
    def display_name(self):
        return self._display_name

    @property
    def addresses(self):
        return self._addresses

    def __repr__(self):
        return f"{type(self).__name__}(display_name={self.display_name!r}, addresses={self.addresses!r}"

    def __str__(self):
        if self.display_name is None and len(self.addresses) == 1:
            return str(self.addresses[0])
        name = self.display_name
        if name is not None and set(name) & _SPECIALS:
            name = _quoted(name)
        addresses = ", ".join(str(each) for each in self.addresses)
        return f"{name}:{' ' + addresses if addresses else ''};"

    def __eq__(self, other):
        if not isinstance(other, Group):
            return NotImplemented
        return self.display_name == other.display_name and self.addresses == other.addresses
