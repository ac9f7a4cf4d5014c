"""ipaddress: addresses, networks and interfaces of both versions."""
import ipaddress
import pickle
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Address, IPv6Interface, IPv6Network, ip_address, ip_interface, ip_network


def tries(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


KINDS = ("is_private", "is_global", "is_loopback", "is_multicast", "is_reserved", "is_link_local", "is_unspecified", "is_site_local")
for text in (
    "0.0.0.0", "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.31.255.255", "172.32.0.0", "8.8.8.8", "100.64.0.1", "169.254.1.1", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "192.0.0.9", "198.18.0.1", "::", "::1", "fe80::1", "fec0::1", "fc00::", "ff02::1", "2001:db8::1",
    "2606:4700::1111", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "2002:c000:204::", "2001::1", "4000::", "64:ff9b:1::1",
    "2001:0db8:0000:0000:0001:0000:0000:0001", "1:0:0:2:0:0:0:3", "0:1::",
):
    address = ip_address(text)
    print(address, repr(address), int(address), address.exploded, address.compressed, address.version, address.max_prefixlen, address.packed,
          address.reverse_pointer, [kind for kind in KINDS if getattr(address, kind, False)])
    print(format(address), f"{address:s}", f"{address:x}", f"{address:#b}"[:20], f"{address:_X}", f"{address:n}"[:12], hash(address) == hash(ip_address(text)))
print(IPv6Address("::ffff:1.2.3.4").ipv4_mapped, IPv6Address("2002:c000:204::").sixtofour, IPv6Address("2001:0:4136:e378:8000:63bf:3fff:fdd2").teredo,
      IPv6Address("::1").ipv4_mapped, IPv6Address("fe80::1%7").scope_id)
for value in (
    "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "a.b.c.d", "1..2.3", "1.2.3.4444", "1.2.3.4/5", "-1.2.3.4", " 1.2.3.4", ":", "1::2::3",
    "12345::", "g::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "::1%", "::1.2.3", "1:2:3:4:5:6:7::8", b"123", b"1234",
    b"x" * 16, -1, 2**32 - 1, 2**32, 2**128, None, 1.5,
):
    tries(ip_address, value)
    tries(IPv4Address, value)
    tries(IPv6Address, value)
first = IPv4Address("10.0.0.1")
print(first + 5, first - 1, first < IPv4Address("10.0.0.2"), first == IPv4Address("10.0.0.1"), first == "10.0.0.1", first != IPv6Address("::a00:1"),
      sorted([IPv4Address("10.0.0.10"), IPv4Address("10.0.0.9")]), max(first, first + 1))
tries(lambda: first < IPv6Address("::1"))
tries(lambda: first + "1")
tries(lambda: first - 2**32)
tries(format, first, "q")
tries(format, first, ">42")
print(f"{first:>12s}|")

for text in ("10.0.0.0/8", "192.168.1.0/24", "192.168.1.0/255.255.255.0", "192.168.1.0/0.0.0.255", "1.2.3.4", "0.0.0.0/0", "10.0.0.0/31",
             "2001:db8::/32", "::/0", "::1/128", "fe80::/10", "2001:db8::/127"):
    network = ip_network(text)
    print(network, repr(network), network.network_address, network.broadcast_address, network.netmask, network.hostmask, network.prefixlen,
          network.num_addresses, network.with_netmask, network.with_hostmask, network.exploded, [kind for kind in KINDS if getattr(network, kind, False)])
    print(network[0], network[-1], str(network.supernet()), network.version, network.reverse_pointer)
    print([str(host) for _, host in zip(range(3), network.hosts())], [str(host) for _, host in zip(range(2), network)])
for value in ("10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/255.0.255.0", "10.0.0.0/a", "10.0.0.0/8/8", "::1/64", "::/129", "x/8", ("10.0.0.0", 8),
              ("10.0.0.0", "255.0.0.0"), (167772160, 8), 5, b"\x0a\0\0\0", "10.0.0.0/"):
    tries(ip_network, value)
    tries(IPv4Network, value)
print(ip_network("10.1.2.3/8", strict=False), ip_network("::1/64", False))
net = IPv4Network("192.168.0.0/22")
print([str(each) for each in net.subnets()], [str(each) for each in net.subnets(new_prefix=24)], net.supernet(new_prefix=16), net.supernet(3))
print(IPv4Address("192.168.1.5") in net, IPv4Address("192.168.4.0") in net, IPv6Address("::1") in net, net.overlaps(IPv4Network("192.168.3.0/25")),
      IPv4Network("192.168.1.0/24").subnet_of(net), net.supernet_of(IPv4Network("10.0.0.0/8")), net.compare_networks(IPv4Network("192.168.0.0/24")))
print([str(each) for each in net.address_exclude(IPv4Network("192.168.1.128/26"))], sorted([net, IPv4Network("10.0.0.0/8"), IPv4Network("192.168.0.0/16")]))
tries(lambda: list(net.subnets(new_prefix=20)))
tries(lambda: list(net.subnets(prefixlen_diff=20)))
tries(net.supernet, new_prefix=24)
tries(net.supernet, 30)
tries(lambda: net[5000])
tries(lambda: list(net.address_exclude(IPv4Network("10.0.0.0/8"))))
tries(net.subnet_of, IPv6Network("::/0"))
tries(lambda: net < IPv6Network("::/0"))
print([str(each) for each in ipaddress.summarize_address_range(IPv4Address("192.0.2.0"), IPv4Address("192.0.2.130"))])
print([str(each) for each in ipaddress.collapse_addresses([IPv4Network("192.0.2.0/25"), IPv4Network("192.0.2.128/25"), IPv4Address("10.0.0.1"), IPv4Address("10.0.0.0")])])
tries(lambda: list(ipaddress.summarize_address_range(IPv4Address("2.0.0.0"), IPv4Address("1.0.0.0"))))
tries(lambda: list(ipaddress.collapse_addresses([IPv4Network("10.0.0.0/8"), IPv6Network("::/0")])))
for text in ("10.0.0.5/24", "10.0.0.5", "10.0.0.5/255.255.0.0", "2001:db8::5/64"):
    interface = ip_interface(text)
    print(interface, repr(interface), interface.ip, interface.network, interface.netmask, interface.hostmask, interface.with_prefixlen,
          interface.with_netmask, interface.exploded, interface == ip_interface(text), interface == interface.ip, interface < ip_interface("10.0.0.6/24") if interface.version == 4 else "")
tries(ip_interface, "10.0.0.5/40")
print(sorted([IPv4Network("10.0.0.0/8"), IPv4Address("9.0.0.1"), IPv6Address("::1"), IPv4Address("10.0.0.0")], key=ipaddress.get_mixed_type_key))
print({IPv4Address("1.1.1.1"): 1}[IPv4Address("1.1.1.1")], IPv4Network("10.0.0.0/8") in {IPv4Network("10.0.0.0/8")}, ipaddress.v4_int_to_packed(1), ipaddress.v6_int_to_packed(2))
for value in (first, net, IPv6Address("fe80::1%a"), IPv6Network("2001:db8::/32"), IPv4Interface("10.0.0.5/24"), IPv6Interface("::5/64")):
    print(pickle.loads(pickle.dumps(value)) == value)
