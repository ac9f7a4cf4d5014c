"""Addresses of the Internet Protocol, versions 4 and 6, and networks of them."""

import functools

IPV4LENGTH = 32
IPV6LENGTH = 128
_HEX = frozenset("0123456789abcdefABCDEF")


class AddressValueError(ValueError):
    """It's no address."""


class NetmaskValueError(ValueError):
    """It's no mask of a network."""


def ip_address(address):
    """The address that a text, a number or bytes stand for."""
    for kind in (IPv4Address, IPv6Address):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 address")


def ip_network(address, strict=True):
    """The network that a text, a number, bytes or a pair stand for."""
    for kind in (IPv4Network, IPv6Network):
        try:
            return kind(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 network")


def ip_interface(address):
    """The address in its network that a text, a number, bytes or a pair stand for."""
    for kind in (IPv4Interface, IPv6Interface):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 interface")


def v4_int_to_packed(address):
    """The number of an address as four bytes."""
    try:
        return address.to_bytes(4, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4") from None


def v6_int_to_packed(address):
    """The number of an address as 16 bytes."""
    try:
        return address.to_bytes(16, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6") from None


def _halves(address):
    """What stands before and behind the slash, if there's one."""
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts


def _pair(address):
    """The address and the rest of what a network is made of."""
    if isinstance(address, (bytes, int)):
        return address, None
    if not isinstance(address, tuple):
        address = _halves(address)
    return address[0], address[1] if len(address) > 1 else None


def _trailing_zeros(number, bits):
    if number == 0:
        return bits
    return min(bits, (~number & number - 1).bit_length())


def _check_same_version(first, last):
    if first._version != last._version:
        raise TypeError(f"{first} and {last} are not of the same version")


def summarize_address_range(first, last):
    """The networks that have exactly the addresses from the first to the last one."""
    if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
        raise TypeError("first and last must be IP addresses, not networks")
    _check_same_version(first, last)
    if first > last:
        raise ValueError("last IP address must be greater than first")
    kind = IPv4Network if first._version == 4 else IPv6Network
    number, end = first._ip, last._ip
    while number <= end:
        bits = min(_trailing_zeros(number, first._max_prefixlen), (end - number + 1).bit_length() - 1)
        yield kind((number, first._max_prefixlen - bits))
        number += 1 << bits
        if number - 1 == first._ALL_ONES:
            break


def _collapse(networks):
    """Joins networks that together are one."""
    waiting = list(networks)
    by_parent = {}
    while waiting:
        network = waiting.pop()
        parent = network.supernet()
        known = by_parent.get(parent)
        if known is None:
            by_parent[parent] = network
        elif known != network:
            del by_parent[parent]
            waiting.append(parent)
    last = None
    for network in sorted(by_parent.values()):
        if last is not None and last.broadcast_address >= network.broadcast_address:
            continue
        yield network
        last = network


def collapse_addresses(addresses):
    """The fewest networks that have exactly these addresses and networks."""
    alone, networks = [], []
    for each in addresses:
        group = alone if isinstance(each, _BaseAddress) else networks
        if alone + networks and (alone + networks)[-1]._version != each._version:
            raise TypeError(f"{each} and {(alone + networks)[-1]} are not of the same version")
        if isinstance(each, _BaseAddress) and hasattr(each, "network"):
            networks.append(each.network)
        else:
            group.append(each)
    alone = sorted(set(alone))
    found = networks
    i = 0
    while i < len(alone):
        end = i
        while end + 1 < len(alone) and alone[end + 1]._ip == alone[end]._ip + 1:
            end += 1
        found = found + list(summarize_address_range(alone[i], alone[end]))
        i = end + 1
    return _collapse(found)


def get_mixed_type_key(obj):
    """A key by which addresses and networks can be sorted together."""
    if isinstance(obj, _BaseNetwork):
        return obj._get_networks_key()
    if isinstance(obj, _BaseAddress):
        return obj._get_address_key()
    return NotImplemented


class _Base:
    """What addresses and networks have in common."""

    __slots__ = ()

    @property
    def exploded(self):
        """All digits."""
        return self._explode()

    @property
    def compressed(self):
        """As short as can be."""
        return str(self)

    @property
    def reverse_pointer(self):
        """The name of the address in the domain name system."""
        return self._reverse_pointer()

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._max_prefixlen

    @classmethod
    def _check_number(cls, number):
        if number < 0:
            raise AddressValueError(f"{number} (< 0) is not permitted as an IPv{cls._version} address")
        if number > cls._ALL_ONES:
            raise AddressValueError(f"{number} (>= 2**{cls._max_prefixlen}) is not permitted as an IPv{cls._version} address")

    @classmethod
    def _check_bytes(cls, data):
        if len(data) != cls._max_prefixlen // 8:
            raise AddressValueError(f"{data!r} (len {len(data)} != {cls._max_prefixlen // 8}) is not permitted as an IPv{cls._version} address")

    @classmethod
    def _mask_of(cls, length):
        return cls._ALL_ONES ^ cls._ALL_ONES >> length

    @classmethod
    def _length_of_mask(cls, number):
        zeros = _trailing_zeros(number, cls._max_prefixlen)
        if number >> zeros != (1 << cls._max_prefixlen - zeros) - 1:
            data = number.to_bytes(cls._max_prefixlen // 8, "big")
            raise ValueError(f"Netmask pattern {data!r} mixes zeroes & ones")
        return cls._max_prefixlen - zeros

    @classmethod
    def _length_of_text(cls, text):
        """The length in digits."""
        if not (text.isascii() and text.isdigit()):
            cls._raise_netmask(text)
        length = int(text)
        if not 0 <= length <= cls._max_prefixlen:
            cls._raise_netmask(text)
        return length

    @classmethod
    def _raise_netmask(cls, text):
        raise NetmaskValueError(f"{text!r} is not a valid netmask") from None

    @classmethod
    def _make_netmask(cls, argument):
        """The mask and its length, from a length, or a mask in digits."""
        if argument is None:
            length = cls._max_prefixlen
        elif isinstance(argument, int):
            length = argument
            if not 0 <= length <= cls._max_prefixlen:
                cls._raise_netmask(length)
        elif cls._version == 6:
            length = cls._length_of_text(argument)
        else:
            try:
                length = cls._length_of_text(argument)
            except NetmaskValueError:
                length = cls._length_of_address(argument)
        return cls._address_class(cls._mask_of(length)), length

    @classmethod
    def _length_of_address(cls, text):
        """The length of a mask, or of what a mask leaves."""
        try:
            number = cls._number_of(text)
        except AddressValueError:
            cls._raise_netmask(text)
        try:
            return cls._length_of_mask(number)
        except ValueError:
            pass
        try:
            return cls._length_of_mask(number ^ cls._ALL_ONES)
        except ValueError:
            cls._raise_netmask(text)


@functools.total_ordering
class _BaseAddress(_Base):
    """An address."""

    __slots__ = ()

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _BaseAddress):
            return NotImplemented
        _check_same_version(self, other)
        return self._ip < other._ip

    def __add__(self, other):
        return self.__class__(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return self.__class__(self._ip - other) if isinstance(other, int) else NotImplemented

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self):
        return self._text_of(self._ip)

    def __hash__(self):
        return hash(hex(self._ip))

    def _get_address_key(self):
        return self._version, self

    def __reduce__(self):
        return type(self), (self._ip,)

    def __format__(self, spec):
        if not spec or spec[-1] == "s":
            return format(str(self), spec)
        letter = spec[-1]
        rest = spec[:-1]
        group = rest[-1:] if rest[-1:] == "_" else ""
        rest = rest.removesuffix("_")
        if letter not in "bnxX" or rest not in ("", "#"):
            return super().__format__(spec)
        if letter == "n":
            letter = "b" if self._version == 4 else "x"
        digits = self._max_prefixlen // (1 if letter == "b" else 4)
        if group:
            digits += digits // 4 - 1
        if rest:
            digits += 2
        return format(self._ip, f"{rest}0{digits}{group}{letter}")


@functools.total_ordering
class _BaseNetwork(_Base):
    """A network: all addresses that begin with the same bits."""

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self):
        return f"{self.network_address}/{self.prefixlen}"

    def _begin(self, address, strict):
        start, mask = _pair(address)
        self.network_address = self._address_class(start)
        self.netmask, self._prefixlen = self._make_netmask(mask)
        number = self.network_address._ip
        if number & self.netmask._ip != number:
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = self._address_class(number & self.netmask._ip)

    def hosts(self):
        """The addresses that machines may have."""
        start, end = self.network_address._ip, self.broadcast_address._ip
        for number in range(start + 1, end):
            yield self._address_class(number)

    def __iter__(self):
        for number in range(self.network_address._ip, self.broadcast_address._ip + 1):
            yield self._address_class(number)

    def __getitem__(self, n):
        start, end = self.network_address._ip, self.broadcast_address._ip
        number = start + n if n >= 0 else end + n + 1
        if not start <= number <= end:
            raise IndexError("address out of range")
        return self._address_class(number)

    def __lt__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        _check_same_version(self, other)
        if self.network_address != other.network_address:
            return self.network_address < other.network_address
        return self.netmask < other.netmask

    def __eq__(self, other):
        try:
            return (self._version == other._version and self.network_address == other.network_address
                    and self.netmask._ip == other.netmask._ip)
        except AttributeError:
            return NotImplemented

    def __hash__(self):
        return hash(self.network_address._ip ^ self.netmask._ip)

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _BaseNetwork):
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    def overlaps(self, other):
        """Whether there are addresses in both."""
        return (self.network_address in other or self.broadcast_address in other or other.network_address in self
                or other.broadcast_address in self)

    @functools.cached_property
    def broadcast_address(self):
        """The last address."""
        return self._address_class(self.network_address._ip | self.hostmask._ip)

    @functools.cached_property
    def hostmask(self):
        """What the mask leaves."""
        return self._address_class(self.netmask._ip ^ self._ALL_ONES)

    @property
    def with_prefixlen(self):
        return f"{self.network_address}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    @property
    def num_addresses(self):
        """How many addresses it has."""
        return self.broadcast_address._ip - self.network_address._ip + 1

    @property
    def prefixlen(self):
        return self._prefixlen

    def address_exclude(self, other):
        """The networks that are left without another one."""
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if not isinstance(other, _BaseNetwork):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        if other == self:
            return
        other = other.__class__(f"{other.network_address}/{other.prefixlen}")
        first, second = self.subnets()
        while first != other and second != other:
            if other.subnet_of(first):
                yield second
                first, second = first.subnets()
            else:
                yield first
                first, second = second.subnets()
        yield second if first == other else first

    def compare_networks(self, other):
        """-1, 0 or 1, as this one comes before, is the same as, or comes behind the other one."""
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same type")
        mine, others = (self.network_address, self.netmask), (other.network_address, other.netmask)
        return (mine > others) - (mine < others)

    def _get_networks_key(self):
        return self._version, self.network_address, self.netmask

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The networks that this one can be divided into."""
        if self._prefixlen == self._max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        length = self._prefixlen + prefixlen_diff
        if length > self._max_prefixlen:
            raise ValueError(f"prefix length diff {length} is invalid for netblock {self}")
        step = self.hostmask._ip + 1 >> prefixlen_diff
        for number in range(self.network_address._ip, self.broadcast_address._ip + 1, step):
            yield self.__class__((number, length))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network that this one is a part of."""
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        length = self._prefixlen - prefixlen_diff
        if length < 0:
            raise ValueError(f"current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}")
        return self.__class__((self.network_address._ip & self.netmask._ip << prefixlen_diff, length))

    def _is_within(self, outer, what):
        if self._version != outer._version:
            raise TypeError(f"{self} and {outer} are not of the same version")
        if not isinstance(outer, _BaseNetwork):
            raise TypeError(f"Unable to test subnet containment between {self} and {outer}")
        return outer.network_address <= self.network_address and outer.broadcast_address >= self.broadcast_address

    def subnet_of(self, other):
        """Whether all of its addresses are in the other one."""
        return self._is_within(other, "subnet")

    def supernet_of(self, other):
        """Whether it has all of the other one's addresses."""
        return other._is_within(self, "supernet")

    def _explode(self):
        return f"{self.network_address.exploded}/{self._prefixlen}"

    def _both_ends(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    @property
    def is_multicast(self):
        return self._both_ends("is_multicast")

    @property
    def is_reserved(self):
        return self._both_ends("is_reserved")

    @property
    def is_link_local(self):
        return self._both_ends("is_link_local")

    @property
    def is_private(self):
        return (any(self.network_address in network and self.broadcast_address in network for network in self._address_class._private())
                and all(self.network_address not in network and self.broadcast_address not in network
                        for network in self._address_class._private_exceptions()))

    @property
    def is_unspecified(self):
        return self._both_ends("is_unspecified")

    @property
    def is_loopback(self):
        return self._both_ends("is_loopback")


class _V4:
    """How addresses of version 4 are written."""

    __slots__ = ()
    _version = 4
    _max_prefixlen = IPV4LENGTH
    _ALL_ONES = 2**IPV4LENGTH - 1

    @classmethod
    def _number_of(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        octets = text.split(".")
        if len(octets) != 4:
            raise AddressValueError(f"Expected 4 octets in {text!r}")
        try:
            return int.from_bytes(map(cls._octet, octets), "big")
        except ValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None

    @staticmethod
    def _octet(text):
        if not text:
            raise ValueError("Empty octet not permitted")
        if not (text.isascii() and text.isdigit()):
            raise ValueError(f"Only decimal digits permitted in {text!r}")
        if len(text) > 3:
            raise ValueError(f"At most 3 characters permitted in {text!r}")
        if text != "0" and text[0] == "0":
            raise ValueError(f"Leading zeros are not permitted in {text!r}")
        number = int(text)
        if number > 255:
            raise ValueError(f"Octet {number} (> 255) not permitted")
        return number

    @classmethod
    def _text_of(cls, number):
        return ".".join(map(str, number.to_bytes(4, "big")))


class _V6:
    """How addresses of version 6 are written."""

    __slots__ = ()
    _version = 6
    _max_prefixlen = IPV6LENGTH
    _ALL_ONES = 2**IPV6LENGTH - 1

    @classmethod
    def _number_of(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        if len(text) > 45:
            shown = text
            if len(text) > 100:
                shown = f"{text[:45]}({len(text) - 90} chars elided){text[-45:]}"
            raise AddressValueError(f"At most 45 characters expected in {shown!r}")
        parts = text.split(":")
        if len(parts) < 3:
            raise AddressValueError(f"At least 3 parts expected in {text!r}")
        if "." in parts[-1]:
            try:
                number = IPv4Address(parts.pop())._ip
            except AddressValueError as error:
                raise AddressValueError(f"{error} in {text!r}") from None
            parts += [f"{number >> 16:x}", f"{number & 0xFFFF:x}"]
        if len(parts) > 9:
            raise AddressValueError(f"At most 8 colons permitted in {text!r}")
        before, behind = cls._sides(parts, text)
        try:
            number = 0
            for part in parts[:before]:
                number = number << 16 | cls._hextet(part)
            number <<= 16 * (8 - before - behind)
            for part in parts[len(parts) - behind:]:
                number = number << 16 | cls._hextet(part)
            return number
        except ValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None

    @classmethod
    def _sides(cls, parts, text):
        """How many parts stand before and behind the gap."""
        gap = None
        for i in range(1, len(parts) - 1):
            if not parts[i]:
                if gap is not None:
                    raise AddressValueError(f"At most one '::' permitted in {text!r}")
                gap = i
        if gap is None:
            if len(parts) != 8:
                raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
            if not parts[0]:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
            if not parts[-1]:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
            return 8, 0
        before, behind = gap, len(parts) - gap - 1
        if not parts[0]:
            before -= 1
            if before:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            behind -= 1
            if behind:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        if before + behind >= 8:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        return before, behind

    @staticmethod
    def _hextet(text):
        if not _HEX.issuperset(text):
            raise ValueError(f"Only hex digits permitted in {text!r}")
        if len(text) > 4:
            raise ValueError(f"At most 4 characters permitted in {text!r}")
        return int(text, 16)

    @classmethod
    def _text_of(cls, number):
        parts = [f"{number >> shift & 0xFFFF:x}" for shift in range(112, -1, -16)]
        # The longest run of zeros is left out, the first one of those.
        start, length = -1, 1
        i = 0
        while i < 8:
            end = i
            while end < 8 and parts[end] == "0":
                end += 1
            if end - i > length:
                start, length = i, end - i
            i = max(end, i + 1)
        if start < 0:
            return ":".join(parts)
        return ":".join(parts[:start]) + "::" + ":".join(parts[start + length:])

    def _explode(self):
        # As CPython has it, that of an address with a scope can't be told.
        number = self._number_of(IPv6Address.__str__(self))
        if self.ipv4_mapped is not None:
            return f"{self._digits(number)[:30]}{self.ipv4_mapped}"
        return self._digits(number)

    @staticmethod
    def _digits(number):
        return ":".join([f"{number >> shift & 0xFFFF:04x}" for shift in range(112, -1, -16)])

    def _reverse_pointer(self):
        return ".".join(self._digits(self._ip)[::-1].replace(":", "")) + ".ip6.arpa"


class IPv4Address(_V4, _BaseAddress):
    """An address of version 4."""

    __slots__ = ("_ip", "__weakref__")

    def __init__(self, address):
        if isinstance(address, int):
            self._check_number(address)
            self._ip = address
        elif isinstance(address, bytes):
            self._check_bytes(address)
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._number_of(text)

    def _explode(self):
        return str(self)

    def _reverse_pointer(self):
        return ".".join(str(self).split(".")[::-1]) + ".in-addr.arpa"

    @property
    def packed(self):
        """Its bytes."""
        return v4_int_to_packed(self._ip)

    @staticmethod
    def _private():
        return _PRIVATE_4

    @staticmethod
    def _private_exceptions():
        return _PRIVATE_4_EXCEPTIONS

    @property
    def is_reserved(self):
        return self in _RESERVED_4

    @property
    def is_private(self):
        return any(self in network for network in _PRIVATE_4) and all(self not in network for network in _PRIVATE_4_EXCEPTIONS)

    @property
    def is_global(self):
        return self not in _SHARED_4 and not self.is_private

    @property
    def is_multicast(self):
        return self in _MULTICAST_4

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self in _LOOPBACK_4

    @property
    def is_link_local(self):
        return self in _LINK_LOCAL_4

    @property
    def ipv6_mapped(self):
        """The address of version 6 that stands for it."""
        return IPv6Address(f"::ffff:{self}")


class IPv4Network(_V4, _BaseNetwork):
    """A network of version 4."""

    _address_class = IPv4Address

    def __init__(self, address, strict=True):
        self._begin(address, strict)
        if self._prefixlen == 31:
            self.hosts = self.__iter__
        elif self._prefixlen == 32:
            self.hosts = lambda: [IPv4Address(self.network_address._ip)]

    def _reverse_pointer(self):
        return ".".join(str(self).split(".")[::-1]) + ".in-addr.arpa"

    def __reduce__(self):
        return type(self), (str(self),)

    @property
    def is_global(self):
        return not (self.network_address in _SHARED_4 and self.broadcast_address in _SHARED_4) and not self.is_private


class _BaseInterface:
    """What addresses in their network have alike. Derived classes have the classes of addresses and networks."""

    def __init__(self, address):
        start, mask = _pair(address)
        self._address_class.__init__(self, start)
        self.network = self._network_class((start, mask), strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network._prefixlen

    @functools.cached_property
    def hostmask(self):
        return self.network.hostmask

    def _address_text(self):
        return self._address_class.__str__(self)

    def __str__(self):
        return f"{self._address_text()}/{self._prefixlen}"

    def __eq__(self, other):
        equal = self._address_class.__eq__(self, other)
        if equal is NotImplemented or not equal:
            return equal
        try:
            return self.network == other.network
        except AttributeError:
            # An address alone is another thing.
            return False

    def __lt__(self, other):
        less = self._address_class.__lt__(self, other)
        if less is NotImplemented:
            return NotImplemented
        try:
            return self.network < other.network or self.network == other.network and less
        except AttributeError:
            return False

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    def __reduce__(self):
        return type(self), (str(self),)

    @property
    def ip(self):
        """The address alone."""
        return self._address_class(self._ip)

    @property
    def with_prefixlen(self):
        return f"{self._address_text()}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self._address_text()}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self._address_text()}/{self.hostmask}"


class IPv4Interface(_BaseInterface, IPv4Address):
    """An address of version 4 in its network."""

    _network_class = IPv4Network


class IPv6Address(_V6, _BaseAddress):
    """An address of version 6, which may have a scope."""

    __slots__ = ("_ip", "_scope_id", "__weakref__")

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, int):
            self._check_number(address)
            self._ip = address
        elif isinstance(address, bytes):
            self._check_bytes(address)
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            text, sign, scope = text.partition("%")
            if sign:
                if not scope or "%" in scope:
                    raise AddressValueError(f'Invalid IPv6 address: "{address!r}"')
                self._scope_id = scope
            self._ip = self._number_of(text)

    def __str__(self):
        mapped = self.ipv4_mapped
        text = self._text_of(self._ip) if mapped is None else f"::ffff:{mapped}"
        return f"{text}%{self._scope_id}" if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = _BaseAddress.__eq__(self, other)
        if equal is NotImplemented or not equal:
            return equal
        return self._scope_id == getattr(other, "_scope_id", None)

    def __reduce__(self):
        return type(self), (str(self),)

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def packed(self):
        """Its bytes."""
        return v6_int_to_packed(self._ip)

    @staticmethod
    def _private():
        return _PRIVATE_6

    @staticmethod
    def _private_exceptions():
        return _PRIVATE_6_EXCEPTIONS

    @property
    def is_multicast(self):
        mapped = self.ipv4_mapped
        return mapped.is_multicast if mapped is not None else self in _MULTICAST_6

    @property
    def is_reserved(self):
        return any(self in network for network in _RESERVED_6)

    @property
    def is_link_local(self):
        mapped = self.ipv4_mapped
        return mapped.is_link_local if mapped is not None else self in _LINK_LOCAL_6

    @property
    def is_site_local(self):
        return self in _SITE_LOCAL_6

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        if mapped is not None:
            return mapped.is_private
        return any(self in network for network in _PRIVATE_6) and all(self not in network for network in _PRIVATE_6_EXCEPTIONS)

    @property
    def is_global(self):
        mapped = self.ipv4_mapped
        return mapped.is_global if mapped is not None else not self.is_private

    @property
    def is_unspecified(self):
        mapped = self.ipv4_mapped
        return mapped.is_unspecified if mapped is not None else self._ip == 0

    @property
    def is_loopback(self):
        mapped = self.ipv4_mapped
        return mapped.is_loopback if mapped is not None else self._ip == 1

    @property
    def ipv4_mapped(self):
        """The address of version 4 that it stands for, None for none."""
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def teredo(self):
        """The addresses of server and client in a Teredo tunnel's, None for none."""
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        """The address of version 4 in one of 6to4's, None for none."""
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


class IPv6Network(_V6, _BaseNetwork):
    """A network of version 6."""

    _address_class = IPv6Address

    def __init__(self, address, strict=True):
        self._begin(address, strict)
        if self._prefixlen == 127:
            self.hosts = self.__iter__
        elif self._prefixlen == 128:
            self.hosts = lambda: [IPv6Address(self.network_address._ip)]

    def _explode(self):
        return f"{self.network_address.exploded}/{self._prefixlen}"

    def _reverse_pointer(self):
        return ".".join(self.exploded[::-1].replace(":", "")) + ".ip6.arpa"

    def hosts(self):
        """The addresses that machines may have: all but the first one."""
        for number in range(self.network_address._ip + 1, self.broadcast_address._ip + 1):
            yield IPv6Address(number)

    def __reduce__(self):
        return type(self), (str(self),)

    @property
    def is_site_local(self):
        return self._both_ends("is_site_local")

    @property
    def is_global(self):
        return not self.is_private


class IPv6Interface(_BaseInterface, IPv6Address):
    """An address of version 6 in its network."""

    _network_class = IPv6Network

    def _explode(self):
        return f"{IPv6Address._explode(self)}/{self._prefixlen}"

    @property
    def is_unspecified(self):
        return self._ip == 0 and self.network.is_unspecified

    @property
    def is_loopback(self):
        return super().is_loopback and self.network.is_loopback


IPv4Address._address_class = IPv4Address
IPv6Address._address_class = IPv6Address

# IANA's registries of addresses that serve special purposes.
_LINK_LOCAL_4 = IPv4Network("169.254.0.0/16")
_LOOPBACK_4 = IPv4Network("127.0.0.0/8")
_MULTICAST_4 = IPv4Network("224.0.0.0/4")
_SHARED_4 = IPv4Network("100.64.0.0/10")
_RESERVED_4 = IPv4Network("240.0.0.0/4")
_PRIVATE_4 = [IPv4Network(network) for network in (
    "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.0.170/31", "192.0.2.0/24",
    "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "255.255.255.255/32",
)]
_PRIVATE_4_EXCEPTIONS = [IPv4Network("192.0.0.9/32"), IPv4Network("192.0.0.10/32")]
_LINK_LOCAL_6 = IPv6Network("fe80::/10")
_SITE_LOCAL_6 = IPv6Network("fec0::/10")
_MULTICAST_6 = IPv6Network("ff00::/8")
_RESERVED_6 = [IPv6Network(network) for network in (
    "::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3", "8000::/3", "A000::/3", "C000::/3",
    "E000::/4", "F000::/5", "F800::/6", "FE00::/9",
)]
_PRIVATE_6 = [IPv6Network(network) for network in (
    "::1/128", "::/128", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    "fc00::/7", "fe80::/10",
)]
_PRIVATE_6_EXCEPTIONS = [IPv6Network(network) for network in (
    "2001:1::1/128", "2001:1::2/128", "2001:3::/32", "2001:4:112::/48", "2001:20::/28", "2001:30::/28",
)]
