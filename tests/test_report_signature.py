"""Signed reports: what is signed verifies, and nothing else does. The keys are made here."""

from __future__ import annotations

import datetime
import io
import sys
from functools import cache
from pathlib import Path

import audit_records as invented
import pikepdf
import pytest
from commands import redact
from pikepdf import pdfa

from redact.redaction.record import record_bytes

pytest.importorskip("pyhanko", reason="the extra 'sign' is not installed")

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12

PASSPHRASE = b"a word of the office"


@cache
def key_of(office: str) -> tuple[bytes, bytes]:
    """The PKCS #12 file and the certificate (PEM) of an invented office that signs for itself."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, office)])
    now = datetime.datetime.now(datetime.UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    encryption = serialization.BestAvailableEncryption(PASSPHRASE)
    return (
        pkcs12.serialize_key_and_certificates(b"office", key, certificate, None, encryption),
        certificate.public_bytes(serialization.Encoding.PEM),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The keys of two offices, a report signed by the first, and the same report unsigned."""
    folder = tmp_path_factory.mktemp("signed")
    (folder / "a.record.json").write_bytes(record_bytes(invented.record()))
    for name, office in (("own", "Bureau of Picnics"), ("other", "Office of Pumps")):
        key, certificate = key_of(office)
        (folder / f"{name}.p12").write_bytes(key)
        (folder / f"{name}.pem").write_bytes(certificate)
    (folder / "pass.txt").write_bytes(PASSPHRASE + b"\n")
    record = folder / "a.record.json"
    signing = ("--sign", folder / "own.p12", "--passphrase-file", folder / "pass.txt")
    assert redact("audit", record, "-o", folder / "plain.pdf").exit_code == 0
    done = redact("audit", record, "-o", folder / "signed.pdf", *signing)
    assert done.exit_code == 0, done.output
    return folder


def test_a_signed_report_verifies_by_its_certificate(folder: Path) -> None:
    done = redact("verify", folder / "signed.pdf", "--trust", folder / "own.pem")
    assert done.exit_code == 0, done.output
    assert "Bureau of Picnics" in done.stdout
    assert done.stdout.count("pass") == 3


def test_the_signature_is_added_after_the_bytes_of_the_report(folder: Path) -> None:
    signed = (folder / "signed.pdf").read_bytes()
    assert signed.startswith((folder / "plain.pdf").read_bytes())
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        # The checker does not judge forms, and a signature is a field of one; all else it passes.
        assert {finding.kind for finding in pdfa.check(pdf, "3b").findings} == {"unsupported"}
        field = pdf.Root.AcroForm.Fields[0]
        assert field.V.SubFilter == "/ETSI.CAdES.detached"


def test_a_certificate_that_is_not_trusted_is_no_proof(folder: Path) -> None:
    done = redact("verify", folder / "signed.pdf", "--trust", folder / "other.pem")
    assert done.exit_code == 1
    assert "fail     the certificate is trusted" in done.stdout
    assert "the signature by Common Name: Bureau of Picnics does not hold" in done.stdout


@pytest.mark.parametrize("place", [0.2, 0.5, 0.8])
def test_a_changed_byte_breaks_the_signature(folder: Path, tmp_path: Path, place: float) -> None:
    changed = bytearray((folder / "signed.pdf").read_bytes())
    changed[int(len((folder / "plain.pdf").read_bytes()) * place)] ^= 1
    (tmp_path / "changed.pdf").write_bytes(changed)
    done = redact("verify", tmp_path / "changed.pdf", "--trust", folder / "own.pem")
    assert done.exit_code in (1, 3)
    assert "pass     the signed bytes" not in done.stdout


def test_what_is_added_after_signing_shows(folder: Path, tmp_path: Path) -> None:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO((folder / "signed.pdf").read_bytes()))
    writer.root["/Lang"] = writer.root["/Lang"]
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    (tmp_path / "more.pdf").write_bytes(out.getvalue())
    done = redact("verify", tmp_path / "more.pdf", "--trust", folder / "own.pem")
    assert done.exit_code == 1
    assert "fail     the signature covers the whole file" in done.stdout


def test_an_unsigned_report_and_what_is_no_pdf_are_distinguished(folder: Path) -> None:
    trust = ("--trust", folder / "own.pem")
    unsigned = redact("verify", folder / "plain.pdf", *trust)
    assert (unsigned.exit_code, unsigned.stdout[:8].strip()) == (1, "fail")
    assert unsigned.stdout.endswith("plain.pdf: not signed\n")
    other = redact("verify", folder / "a.record.json", *trust)
    assert other.exit_code == 3 and "not a PDF" in other.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--sign", "own.p12"), "passphrase"),
        (("--sign", "own.pem", "--passphrase-file", "pass.txt"), "holds no key"),
        (("--sign", "own.p12", "--passphrase-file", "own.pem"), "holds no key"),
        (("--passphrase-file", "pass.txt"), "--sign"),
        (("--sign", "own.p12", "--format", "html"), "only a PDF"),
    ],
)
def test_a_key_that_does_not_open_writes_nothing(
    folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    named = [folder / a if "." in a else a for a in arguments]
    done = redact("audit", folder / "a.record.json", "-o", folder / "never.pdf", *named)
    assert done.exit_code == 2 and told in done.stderr
    assert not (folder / "never.pdf").exists()


def test_verify_needs_a_record_or_a_certificate(folder: Path) -> None:
    assert "--record" in redact("verify", folder / "plain.pdf").stderr
    both = ("--trust", folder / "own.pem", "--record", folder / "a.record.json")
    assert redact("verify", folder / "signed.pdf", *both).exit_code == 2
    done = redact("verify", folder / "signed.pdf", "--trust", folder / "pass.txt")
    assert done.exit_code == 2 and "certificate" in done.stderr


def test_without_the_extra_the_error_names_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    signing = ("--sign", folder / "own.p12", "--passphrase-file", folder / "pass.txt")
    done = redact("audit", folder / "a.record.json", "-o", folder / "never.pdf", *signing)
    assert done.exit_code == 2 and "redact-compliance[sign]" in done.stderr
