"""Which addresses are forbidden, and what lets one in."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawler.download.address_guard import AllowedHosts, check_base_url, kind_of, literal

FORBIDDEN = {
    "loopback": ["127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::127.0.0.1",
                 "64:ff9b::7f00:1", "2002:7f00:1::1", "::ffff:0:127.0.0.1", "2606:4700::5efe:127.0.0.1"],
    "private": ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456::1",
                "fec0::1",
                "::ffff:10.0.0.1", "64:ff9b::c0a8:101", "2002:a00:1::"],
    "shared": ["100.64.0.1", "100.127.255.255"],
    "link_local": ["169.254.0.1", "fe80::1", "fe80::1%eth0", "::ffff:169.254.1.1"],
    "metadata": ["169.254.169.254", "169.254.170.2", "100.100.100.200", "168.63.129.16", "192.0.0.192",
                 "fd00:ec2::254",
                 "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe"],
    "unspecified": ["0.0.0.0", "0.1.2.3", "::"],
    "multicast": ["224.0.0.1", "239.255.255.250", "ff02::1"],
    "reserved": ["192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "240.0.0.1",
                 "255.255.255.255",
                 "2001:db8::1", "2001::1", "64:ff9b:1::1", "100::1", "5f00::1", "4000::1"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "address"), [(kind, a) for kind, addresses in FORBIDDEN.items() for a in addresses]
)
def test_forbidden(kind: str, address: str) -> None:
    assert kind_of(ip_address(address)) == kind


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "93.184.215.14", "172.32.0.1", "172.15.255.255", "100.128.0.1", "192.0.1.1",
    "2606:4700::1111",
     "64:ff9b::101:101", "::ffff:1.1.1.1", "2002:101:101::1", "2a00:1450::1"],
)  # fmt: skip
def test_public(address: str) -> None:
    assert kind_of(ip_address(address)) is None


@given(st.integers(0, 2**32 - 1).map(IPv4Address))
def test_nothing_that_python_calls_private_passes(address: IPv4Address) -> None:
    if not address.is_global or address.is_multicast:
        assert kind_of(address) is not None
    for wrapped in (f"::ffff:{address}", f"64:ff9b::{address}"):
        assert (kind_of(IPv6Address(wrapped)) is None) == (kind_of(address) is None)


@pytest.mark.parametrize(
    "spelling",
    ["127.0.0.1", "127.1", "0x7f.1", "0x7f000001", "2130706433", "017700000001", "0177.0.0.1", "127.0.0.1."],
)
def test_odd_spellings_are_read_as_the_resolver_reads_them(spelling: str) -> None:
    assert literal(spelling) == IPv4Address("127.0.0.1")
    if not spelling.endswith("."):
        assert socket.inet_ntoa(socket.inet_aton(spelling)) == "127.0.0.1"


@pytest.mark.parametrize(
    "name", ["example.org", "news", "1.example.org", "0xnews.org", "", ".", "127.0.0.1.nip.io", "９"]
)
def test_names_are_no_literals(name: str) -> None:
    assert literal(name) is None


class TestAllowed:
    allowed = AllowedHosts.parse("127.0.0.1:8000, news.lan, [::1]:80, ::2, 169.254.7.7")

    @pytest.mark.parametrize(
        ("host", "port", "address"),
        [("127.0.0.1", 8000, "127.0.0.1"), ("127.1", 8000, "127.0.0.1"), ("news.lan", 81, "10.1.1.1"),
         ("NEWS.LAN.", 443, "127.0.0.1"), ("::1", 80, "::1"), ("169.254.7.7", 80, "169.254.7.7"),
         ("example.org", 80, "1.1.1.1")],
    )  # fmt: skip
    def test_in(self, host: str, port: int, address: str) -> None:
        assert self.allowed.refusal(host, port, address) is None

    @pytest.mark.parametrize(
        ("host", "port", "address", "kind"),
        [("127.0.0.1", 8001, "127.0.0.1", "loopback"), ("127.0.0.2", 8000, "127.0.0.2", "loopback"),
         ("evil.example", 8000, "127.0.0.1", "loopback"), ("::1", 81, "::1", "loopback"),
         ("news.lan", 80, "169.254.169.254", "metadata"), ("news.lan", 80, "fe80::1", "link_local"),
         ("sub.news.lan", 80, "10.0.0.1", "private"), ("news.lan.evil.example", 80, "10.0.0.1", "private"),
         ("example.org", 80, "example.org", "unresolved")],
    )  # fmt: skip
    def test_out(self, host: str, port: int, address: str, kind: str) -> None:
        assert self.allowed.refusal(host, port, address) == kind

    @pytest.mark.parametrize(
        "text", ["http://127.0.0.1", "127.0.0.1:", "a:b", "127.0.0.1:99999", "*", "[::1]:x", "a/b", ":80"]
    )
    def test_what_is_no_host_is_said(self, text: str) -> None:
        with pytest.raises(ValueError, match="ALLOWED_PRIVATE_HOSTS"):
            AllowedHosts.parse(text)

    def test_nothing_is_allowed_by_default(self) -> None:
        assert AllowedHosts.parse("").refusal("localhost", 80, "127.0.0.1") == "loopback"


class TestBaseUrl:
    @pytest.mark.parametrize(
        "url", ["http://127.0.0.1:8000/", "http://0x7f.1:8000", "http://localhost:8000", "http://[::1]/"]
    )
    def test_refused_with_the_remedy_in_one_line(self, url: str) -> None:
        line = check_base_url(url, "")
        assert line
        assert "\n" not in line
        assert "ALLOWED_PRIVATE_HOSTS=" in line

    def test_the_remedy_works(self) -> None:
        for url in ("http://127.0.0.1:8000/", "http://[::1]:81/"):
            line = check_base_url(url, "")
            assert line
            assert check_base_url(url, line.rpartition("ALLOWED_PRIVATE_HOSTS=")[2]) is None

    @pytest.mark.parametrize(
        "url", ["ftp://example.org/", "example.org", "http://", "javascript:1", "http://x:99999/"]
    )
    def test_no_web_url(self, url: str) -> None:
        assert check_base_url(url, "")

    def test_a_name_that_nobody_knows_is_left_to_the_crawl(self) -> None:
        assert check_base_url("https://name.invalid/", "") is None
