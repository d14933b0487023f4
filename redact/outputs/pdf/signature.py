"""The signature of a printed report: PAdES B-B, made and checked without any server.

It contains no time stamp from an authority: its time is that of the signer's machine.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from redact.errors import UnreadableError, UsageError
from redact.values import dataclass

FIELD = "ReportSignature"


@dataclass(frozen=True, slots=True)
class SignatureProof:
    """What a signature proves: the signer by certificate, and each check with its result."""

    signer: str
    checks: tuple[tuple[str, bool], ...]

    @property
    def holds(self) -> bool:
        """Whether every check passed."""
        return all(passed for _, passed in self.checks)


def sign(report: bytes, key: bytes, passphrase: bytes | None, where: str) -> bytes:
    """The report with a signature over all of it, added after its last byte.

    ``key`` is a PKCS #12 file with key and certificate; ``where`` names it in errors. Raises
    `UsageError` when it cannot be opened, and when the extra ``sign`` is not installed.
    """
    _require()
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    try:
        signer = signers.SimpleSigner.load_pkcs12_data(key, other_certs=(), passphrase=passphrase)
    except (ValueError, AttributeError, TypeError) as error:
        raise UsageError(
            "holds no key that can be opened",
            where,
            "name a PKCS #12 file (.p12) that holds it, and its passphrase with --passphrase-file",
        ) from error
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
    )
    signed: BytesIO = signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(report)), metadata, signer)
    return signed.getvalue()


def check_signature(report: bytes, trusted: bytes, where: str, trusted_at: str) -> SignatureProof:
    """What the last signature of a PDF proves, by the certificates (PEM or DER) that are trusted.

    ``where`` and ``trusted_at`` name the two files in errors. Raises `UnreadableError` for what is
    no PDF, `UsageError` for certificates that cannot be read, and when the extra ``sign`` is not
    installed.
    """
    _require()
    from pyhanko.sign.validation import KeyUsageConstraints, validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    roots = _certificates(trusted, trusted_at)
    try:
        found = _last_signature(report)
        if found is None:
            return SignatureProof("", (("a signature is there", False),))
        status = validate_pdf_signature(
            found,
            ValidationContext(trust_roots=roots, allow_fetching=False),
            key_usage_settings=KeyUsageConstraints(
                key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
            ),
        )
    except Exception as error:  # what a file made to confuse makes the reader raise is not known
        raise UnreadableError(
            "is not a PDF with a readable signature", where, "check the file"
        ) from error
    return SignatureProof(
        found.signer_cert.subject.human_friendly,
        (
            ("the signed bytes are as they were signed", bool(status.intact and status.valid)),
            ("the signature covers the whole file", _covers_all(status)),
            ("the certificate is trusted", bool(status.trusted)),
        ),
    )


def _last_signature(report: bytes) -> Any:
    from pyhanko.pdf_utils.reader import PdfFileReader

    return next(reversed(PdfFileReader(BytesIO(report)).embedded_signatures), None)


def _covers_all(status: Any) -> bool:
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    return bool(status.coverage == SignatureCoverageLevel.ENTIRE_FILE)


def _certificates(data: bytes, where: str) -> list[Any]:
    from pyhanko.keys import load_certs_from_pemder_data

    try:
        roots = list(load_certs_from_pemder_data(data))
        for root in roots:
            root.subject.hashable  # noqa: B018 # reading it shows whether it is a certificate
    except (ValueError, TypeError, KeyError) as error:
        raise UsageError("is not a certificate", where, "name a file in PEM or DER") from error
    if not roots:
        raise UsageError("holds no certificate", where, "name a file in PEM or DER")
    return roots


def _require() -> None:
    import importlib.util

    if importlib.util.find_spec("pyhanko") is None:
        raise UsageError(
            "signatures need the extra 'sign'", hint="pip install 'redact-compliance[sign]'"
        )
