"""Certificates are checked, and https connections are guarded like others."""

from __future__ import annotations

import datetime
import ssl
from ipaddress import ip_address
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.hostile.hostile_server import SITE, HostileNewsroom, article, http
from tests.hostile.plans import crawl

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "gazette.example")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(SITE))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "certificate.pem"
    file.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def test_certificates_and_https_connections_are_checked(self_signed: ssl.SSLContext) -> None:
    with HostileNewsroom(routes={"/news/1": http(200, article(1))}, tls=self_signed) as room:
        quick = {"RETRY_TIMES": 0, "ROBOTSTXT_OBEY": False}
        url = f"{room.site}/news/1"
        allowed = {"ALLOWED_PRIVATE_HOSTS": f"{SITE}:{room.port}"}
        plans = {
            "checked": {"articles": [url], "settings": {**quick, **allowed}},
            "unchecked": {
                "articles": [url],
                "settings": {**quick, **allowed, "DOWNLOAD_VERIFY_CERTIFICATES": False},
            },
            "not allowed": {"articles": [url], "settings": {**quick, "DOWNLOAD_VERIFY_CERTIFICATES": False}},
        }
        crawls = crawl(plans)["crawls"]
    assert crawls["checked"]["outcomes"] == {url: "failed tls"}
    assert crawls["unchecked"]["outcomes"] == {url: "new"}
    assert crawls["not allowed"]["outcomes"] == {url: "refused address"}
