"""The address guard: which IP addresses a crawler may connect to."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

Address = IPv4Address | IPv6Address

_KINDS = tuple(
    (kind, tuple(ip_network(network) for network in networks.split()))
    for kind, networks in (
        # Metadata and agent addresses of clouds come first: three lie in ranges that look public or private.
        ("metadata", "169.254.169.254 169.254.170.2 100.100.100.200 168.63.129.16 192.0.0.192 fd00:ec2::254"),
        ("loopback", "127.0.0.0/8 ::1/128"),
        ("private", "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 fc00::/7 fec0::/10"),
        ("shared", "100.64.0.0/10"),  # between a provider and its customers
        ("link_local", "169.254.0.0/16 fe80::/10"),
        ("unspecified", "0.0.0.0/8 ::/128"),
        ("multicast", "224.0.0.0/4 ff00::/8"),
        (
            "reserved",
            "192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24",
        ),
        ("reserved", "240.0.0.0/4"),
        # discard, local-use NAT64, dummy, Teredo, benchmarking, ORCHID, documentation, segment routing
        ("reserved", "100::/64 64:ff9b:1::/48 2001::/23 2001:db8::/32 3fff::/20 5f00::/16"),
    )
)

_EMBEDDING: tuple[tuple[IPv6Network, int], ...] = (
    (IPv6Network("::ffff:0:0/96"), 0),  # IPv4-mapped
    (IPv6Network("::ffff:0:0:0/96"), 0),  # IPv4-translated
    (IPv6Network("64:ff9b::/96"), 0),  # NAT64
    (IPv6Network("2002::/16"), 80),  # 6to4
    (IPv6Network("::/96"), 0),  # IPv4-compatible, withdrawn
)
"""IPv6 ranges that carry an IPv4 address, and how many bits follow it."""

_ISATAP = (0x00005EFE, 0x02005EFE)

_LIFTED_BY_NAME = frozenset({"loopback", "private", "shared"})


def kind_of(address: Address) -> str | None:
    """Return the kind of a forbidden address, None for an ordinary public one.

    >>> kind_of(ip_address("10.1.2.3")), kind_of(ip_address("93.184.215.14"))
    ('private', None)
    >>> kind_of(ip_address("::ffff:127.0.0.1")), kind_of(ip_address("2002:7f00:1::"))
    ('loopback', 'loopback')
    """
    if isinstance(address, IPv6Address) and address.scope_id:
        return "link_local"
    for kind, networks in _KINDS:
        if any(address in network for network in networks):
            return kind
    if isinstance(address, IPv4Address):
        return None
    inner = _embedded(address)
    if inner is not None:
        return kind_of(inner)
    return None if address in IPv6Network("2000::/3") else "reserved"


def _embedded(address: IPv6Address) -> IPv4Address | None:
    number = int(address)
    for network, following in _EMBEDDING:
        if address in network:
            return IPv4Address(number >> following & 0xFFFFFFFF)
    if number >> 32 & 0xFFFFFFFF in _ISATAP:
        return IPv4Address(number & 0xFFFFFFFF)
    return None


def literal(host: str) -> Address | None:
    """Read a host as an IP address, in every spelling that the system's resolver knows; None for a name.

    >>> literal("127.0.0.1"), literal("0x7f.1"), literal("2130706433")
    (IPv4Address('127.0.0.1'), IPv4Address('127.0.0.1'), IPv4Address('127.0.0.1'))
    >>> literal("[::1]"), literal("example.org")
    (IPv6Address('::1'), None)
    """
    bare = host.strip("[]").rstrip(".")
    try:
        return ip_address(bare)
    except ValueError:
        pass
    if not bare or not bare.isascii() or bare[0] not in "0123456789":
        return None
    try:
        return IPv4Address(socket.inet_aton(bare))
    except (OSError, UnicodeError):
        return None


def _plain(host: str) -> str:
    address = literal(host)
    return str(address) if address is not None else host.lower().rstrip(".")


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """The hosts on loopback or private addresses that the operator lets in (``ALLOWED_PRIVATE_HOSTS``).

    A listed name lets in the loopback, private and shared addresses that it resolves to. Any other forbidden
    address (link-local, metadata…) must itself stand in the list.
    """

    entries: frozenset[tuple[str, int | None]] = frozenset()

    @classmethod
    def parse(cls, text: str) -> AllowedHosts:
        """Read the setting: ``host`` or ``host:port``, separated by commas; IPv6 with a port in brackets.

        >>> sorted(AllowedHosts.parse("127.0.0.1:8000, news.lan ,[::1]:80").entries)
        [('127.0.0.1', 8000), ('::1', 80), ('news.lan', None)]

        :raises ValueError: an entry is neither; the text is one line.
        """
        entries = set()
        for entry in filter(None, (part.strip() for part in text.split(","))):
            if entry.startswith("[") or entry.count(":") == 1:
                host, _, port = entry.rpartition(":") if not entry.endswith("]") else (entry, "", "")
                if (
                    port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65536)
                ) or entry.endswith(":"):
                    raise ValueError(
                        f"ALLOWED_PRIVATE_HOSTS: {entry!r} has no port after the colon; write host:port"
                    )
                entries.add((_plain(host), int(port) if port else None))
            else:
                entries.add((_plain(entry), None))
        for host, _ in entries:
            if not host or any(sign in host for sign in "/@*? "):
                raise ValueError(f"ALLOWED_PRIVATE_HOSTS: {host!r} is not a host; write host or host:port")
        return cls(frozenset(entries))

    def refusal(self, host: str, port: int, address: str) -> str | None:
        """Return the kind of an address that must not be connected to, None where it may.

        :param host: as the URL spells it.
        :param address: the IP address of the connection.
        """
        try:
            ip = ip_address(address)
        except ValueError:
            return "unresolved"
        kind = kind_of(ip)
        if kind is None:
            return None
        name = _plain(host)
        if (name, port) in self.entries or (name, None) in self.entries:
            return None if kind in _LIFTED_BY_NAME or literal(host) is not None else kind
        return kind


def check_base_url(url: str, allowed: str, name: str = "site_url") -> str | None:
    """Say in one line why a URL cannot be crawled, None where it can. Resolves its host.

    :param allowed: the setting ``ALLOWED_PRIVATE_HOSTS``.
    :param name: what the user calls the URL.
    """
    try:
        hosts = AllowedHosts.parse(allowed)
    except ValueError as error:
        return str(error)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        return f"{name} is no URL: {url!r} ({error})"
    if parts.scheme not in {"http", "https"} or not host:
        return f"{name} must be an http or https URL, not {url!r}"
    known = literal(host)
    for address in [str(known)] if known is not None else _resolve(host, port):
        kind = hosts.refusal(host, port, address)
        if kind:
            shown = f"[{host}]" if ":" in host else host
            return (
                f"{name} is on a {kind.replace('_', '-')} address ({address}); "
                f"allow it with -s ALLOWED_PRIVATE_HOSTS={shown}:{port}"
            )
    return None


def _resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a name; none where it has none, which the crawl itself will say."""
    try:
        return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        return []
