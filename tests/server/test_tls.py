"""HTTPS under a pinned authority: the centre is proven, a stranger is not, and nothing goes in the clear."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sync.client.errors import ExchangeError, NotTrusted, Unreachable
from sync.client.http import HttpExchange
from tests.benchmarks.proxy import Line
from tests.exchange.world import World
from tests.server.serving import Serving

NOW = datetime.now(UTC)
Pair = tuple[x509.Certificate, ec.EllipticCurvePrivateKey]


def certificate(name: str, issuer: Pair | None, *, until: datetime) -> Pair:
    """A certificate and its key; without an issuer, an authority of its own."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer[0].subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=400))
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    signer = issuer[1] if issuer else key
    if issuer is not None:
        alternative = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
        identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
        builder = builder.add_extension(alternative, critical=False).add_extension(identifier, critical=False)
    else:
        usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
        builder = builder.add_extension(usage, critical=True)
    return builder.sign(signer, hashes.SHA256()), key


def pem(pair: Pair) -> str:
    return pair[0].public_bytes(serialization.Encoding.PEM).decode()


def written(folder: Path, pair: Pair) -> tuple[Path, Path]:
    """The files of a server: certificate and key."""
    public, private = folder / "centre.pem", folder / "centre.key"
    public.write_text(pem(pair), encoding="ascii")
    private.write_bytes(
        pair[1].private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return public, private


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()


def outcome(address: str, authority: str, *, clock_is_behind: bool = False) -> str:
    """What enrolling with a wrong code says: only the centre itself can refuse it."""
    carrier = HttpExchange(address, authority, clock_is_behind=clock_is_behind)
    try:
        carrier.enrol("AAAAAAAAAA", bytes(32))
    except NotTrusted as refused:
        return str(refused)
    except ExchangeError as wrong:
        return wrong.code
    finally:
        carrier.close()
    return "enrolled"


def test_the_pinned_authority_proves_the_centre_and_no_other_does(world: World, tmp_path: Path) -> None:
    authority, stranger = (certificate(name, None, until=NOW + timedelta(days=30)) for name in ("ours", "theirs"))
    files = written(tmp_path, certificate("centre", authority, until=NOW + timedelta(days=30)))
    with Serving(world.centre, files=files) as serving:
        address = serving.address.replace("http://", "https://")
        assert outcome(address, pem(authority)) == "not_trusted"  # the centre's own answer
        assert outcome(address, pem(stranger)) == "not the centre's certificate"
        assert outcome(address, "") == "not the centre's certificate"


def test_a_clock_that_is_behind_does_not_cut_an_office_off(world: World, tmp_path: Path) -> None:
    authority = certificate("ours", None, until=NOW + timedelta(days=30))
    files = written(tmp_path, certificate("centre", authority, until=NOW - timedelta(days=1)))
    with Serving(world.centre, files=files) as serving:
        address = serving.address.replace("http://", "https://")
        assert outcome(address, pem(authority)) == "not the centre's certificate"
        assert outcome(address, pem(authority), clock_is_behind=True) == "not_trusted"


def test_nothing_goes_to_another_computer_in_the_clear() -> None:
    with pytest.raises(NotTrusted, match="without https"):
        HttpExchange("http://centre.example").enrol("AAAAAAAAAA", bytes(32))


@pytest.mark.parametrize("cut", [0, 100, 700, 1500])
def test_a_line_that_breaks_while_the_ends_make_themselves_known_is_no_stranger(
    world: World, tmp_path: Path, cut: int
) -> None:
    authority = certificate("authority", None, until=NOW + timedelta(days=30))
    files = written(tmp_path, certificate("centre", authority, until=NOW + timedelta(days=30)))
    with Serving(world.centre, files=files) as serving, Line("127.0.0.1", serving.port, cuts=[cut]) as line:
        carrier = HttpExchange(line.address.replace("http:", "https:"), pem(authority))
        try:
            with pytest.raises(Unreachable):
                carrier.enrol("AAAAAAAAAA", bytes(32))
        finally:
            carrier.close()
