# Written by aiocc-bindgen: what aiocc offers of module socket.
EAI_ADDRFAMILY: int
EAI_AGAIN: int
EAI_BADFLAGS: int
EAI_FAIL: int
EAI_FAMILY: int
EAI_MEMORY: int
EAI_NODATA: int
EAI_NONAME: int
EAI_OVERFLOW: int
EAI_SERVICE: int
EAI_SOCKTYPE: int
EAI_SYSTEM: int
INADDR_ALLHOSTS_GROUP: int
INADDR_ANY: int
INADDR_BROADCAST: int
INADDR_LOOPBACK: int
INADDR_MAX_LOCAL_GROUP: int
INADDR_NONE: int
INADDR_UNSPEC_GROUP: int
IPPORT_RESERVED: int
IPPORT_USERRESERVED: int
IPPROTO_AH: int
IPPROTO_DSTOPTS: int
IPPROTO_EGP: int
IPPROTO_ESP: int
IPPROTO_FRAGMENT: int
IPPROTO_GRE: int
IPPROTO_HOPOPTS: int
IPPROTO_ICMP: int
IPPROTO_ICMPV6: int
IPPROTO_IDP: int
IPPROTO_IGMP: int
IPPROTO_IP: int
IPPROTO_IPIP: int
IPPROTO_IPV6: int
IPPROTO_MPTCP: int
IPPROTO_NONE: int
IPPROTO_PIM: int
IPPROTO_PUP: int
IPPROTO_RAW: int
IPPROTO_ROUTING: int
IPPROTO_RSVP: int
IPPROTO_SCTP: int
IPPROTO_TCP: int
IPPROTO_TP: int
IPPROTO_UDP: int
IPPROTO_UDPLITE: int
IPV6_CHECKSUM: int
IPV6_DONTFRAG: int
IPV6_DSTOPTS: int
IPV6_HOPLIMIT: int
IPV6_HOPOPTS: int
IPV6_JOIN_GROUP: int
IPV6_LEAVE_GROUP: int
IPV6_MULTICAST_HOPS: int
IPV6_MULTICAST_IF: int
IPV6_MULTICAST_LOOP: int
IPV6_NEXTHOP: int
IPV6_PATHMTU: int
IPV6_PKTINFO: int
IPV6_RECVDSTOPTS: int
IPV6_RECVHOPLIMIT: int
IPV6_RECVHOPOPTS: int
IPV6_RECVPATHMTU: int
IPV6_RECVPKTINFO: int
IPV6_RECVRTHDR: int
IPV6_RECVTCLASS: int
IPV6_RTHDR: int
IPV6_RTHDRDSTOPTS: int
IPV6_RTHDR_TYPE_0: int
IPV6_TCLASS: int
IPV6_UNICAST_HOPS: int
IPV6_V6ONLY: int
IP_ADD_MEMBERSHIP: int
IP_ADD_SOURCE_MEMBERSHIP: int
IP_BIND_ADDRESS_NO_PORT: int
IP_BLOCK_SOURCE: int
IP_DEFAULT_MULTICAST_LOOP: int
IP_DEFAULT_MULTICAST_TTL: int
IP_DROP_MEMBERSHIP: int
IP_DROP_SOURCE_MEMBERSHIP: int
IP_HDRINCL: int
IP_MAX_MEMBERSHIPS: int
IP_MULTICAST_IF: int
IP_MULTICAST_LOOP: int
IP_MULTICAST_TTL: int
IP_OPTIONS: int
IP_PKTINFO: int
IP_RECVOPTS: int
IP_RECVRETOPTS: int
IP_RECVTOS: int
IP_RETOPTS: int
IP_TOS: int
IP_TRANSPARENT: int
IP_TTL: int
IP_UNBLOCK_SOURCE: int
NI_DGRAM: int
NI_IDN: int
NI_MAXHOST: int
NI_MAXSERV: int
NI_NAMEREQD: int
NI_NOFQDN: int
NI_NUMERICHOST: int
NI_NUMERICSERV: int
PF_PACKET: int
SCM_CREDENTIALS: int
SCM_RIGHTS: int
SHUT_RD: int
SHUT_RDWR: int
SHUT_WR: int
SOL_IP: int
SOL_SOCKET: int
SOL_TCP: int
SOL_UDP: int
SOMAXCONN: int
SO_ACCEPTCONN: int
SO_BINDTODEVICE: int
SO_BINDTOIFINDEX: int
SO_BROADCAST: int
SO_DEBUG: int
SO_DOMAIN: int
SO_DONTROUTE: int
SO_ERROR: int
SO_INCOMING_CPU: int
SO_KEEPALIVE: int
SO_LINGER: int
SO_MARK: int
SO_OOBINLINE: int
SO_PASSCRED: int
SO_PASSSEC: int
SO_PEERCRED: int
SO_PEERSEC: int
SO_PRIORITY: int
SO_PROTOCOL: int
SO_RCVBUF: int
SO_RCVLOWAT: int
SO_RCVTIMEO: int
SO_REUSEADDR: int
SO_REUSEPORT: int
SO_SNDBUF: int
SO_SNDLOWAT: int
SO_SNDTIMEO: int
SO_TYPE: int
TCP_CC_INFO: int
TCP_CONGESTION: int
TCP_CORK: int
TCP_DEFER_ACCEPT: int
TCP_FASTOPEN: int
TCP_FASTOPEN_CONNECT: int
TCP_FASTOPEN_KEY: int
TCP_FASTOPEN_NO_COOKIE: int
TCP_INFO: int
TCP_INQ: int
TCP_KEEPCNT: int
TCP_KEEPIDLE: int
TCP_KEEPINTVL: int
TCP_LINGER2: int
TCP_MAXSEG: int
TCP_MD5SIG: int
TCP_MD5SIG_EXT: int
TCP_NODELAY: int
TCP_NOTSENT_LOWAT: int
TCP_QUEUE_SEQ: int
TCP_QUICKACK: int
TCP_REPAIR: int
TCP_REPAIR_OPTIONS: int
TCP_REPAIR_QUEUE: int
TCP_REPAIR_WINDOW: int
TCP_SAVED_SYN: int
TCP_SAVE_SYN: int
TCP_SYNCNT: int
TCP_THIN_DUPACK: int
TCP_THIN_LINEAR_TIMEOUTS: int
TCP_TIMESTAMP: int
TCP_TX_DELAY: int
TCP_ULP: int
TCP_USER_TIMEOUT: int
TCP_WINDOW_CLAMP: int
TCP_ZEROCOPY_RECEIVE: int
has_ipv6: bool

class gaierror(OSError): ...

class herror(OSError): ...
def CMSG_LEN(length: object, /) -> int: ...
def CMSG_SPACE(length: object, /) -> int: ...
def _getaddrinfo(host: object, port: object, family: object, type: object, proto: object, flags: object, /) -> list[object]: ...
def _pair(family: object, type: object, proto: object, /) -> tuple[int, int]: ...
def close(fd: object, /) -> None: ...
def dup(fd: object, /) -> int: ...
def getdefaulttimeout() -> object: ...
def gethostbyaddr(host: object, /) -> tuple[str, list[str], list[str]]: ...
def gethostbyname(host: object, /) -> str: ...
def gethostbyname_ex(host: object, /) -> tuple[str, list[str], list[str]]: ...
def gethostname() -> str: ...
def getnameinfo(sockaddr: object, flags: object, /) -> tuple[str, str]: ...
def getprotobyname(name: object, /) -> int: ...
def getservbyname(servicename: object, protocolname: object = ..., /) -> int: ...
def getservbyport(port: object, protocolname: object = ..., /) -> str: ...
def htonl(x: object, /) -> int: ...
def htons(x: object, /) -> int: ...
def if_indextoname(index: object, /) -> str: ...
def if_nameindex() -> list[tuple[int, str]]: ...
def if_nametoindex(name: object, /) -> int: ...
def inet_aton(ip_addr: object, /) -> bytes: ...
def inet_ntoa(packed_ip: object, /) -> str: ...
def inet_ntop(address_family: object, packed_ip: object, /) -> str: ...
def inet_pton(address_family: object, ip_string: object, /) -> bytes: ...
def ntohl(x: object, /) -> int: ...
def ntohs(x: object, /) -> int: ...
def setdefaulttimeout(timeout: object, /) -> None: ...
def sethostname(name: object, /) -> None: ...
