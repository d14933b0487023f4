"""The second pass over an original, with the names of the whole set known."""

from __future__ import annotations

from redact.batch.examine import ExaminedOriginal, check_original, parsed
from redact.batch.inputs import Input
from redact.batch.settings import PublishSettings
from redact.documents.model import Document
from redact.errors import UnreadableError
from redact.findings import Finding
from redact.persons.known import KnownName
from redact.persons.mention import Mention
from redact.sources import Source
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another document with the same message number, in the version read in the first pass."""

    input: Input
    sha256: str

    def read(self) -> Source:
        """The document, read again. Raises `UnreadableError` when it has changed since."""
        try:
            return self.input.read_again(self.sha256)
        except UnreadableError as error:
            what = f"cannot be compared with '{self.input.name}', of the same message: {error.what}"
            raise UnreadableError(what, hint=error.hint) from error


@dataclass(frozen=True, slots=True)
class Assignment:
    """A document to plan or publish: what was found in it, and persons named in other documents.

    ``known`` are persons whose surname occurs in this document. ``siblings`` are the other
    documents of the same message.
    """

    input: Input
    examined: ExaminedOriginal
    known: tuple[KnownName, ...] = ()
    siblings: tuple[Sibling, ...] = ()

    @property
    def name(self) -> str:
        """The name of the document as used in findings and records."""
        return self.input.name

    def read(self, settings: PublishSettings) -> Document:
        """The document, read again. Raises `UnreadableError` when it is not the one examined."""
        return parsed(settings, self.input.read_again(self.examined.document.sha256))

    def findings_in(self, settings: PublishSettings, document: Document) -> tuple[Finding, ...]:
        """The findings of the document, which rules about sets may change."""
        if not self.siblings:
            return self.examined.findings
        sources = {s.sha256: s for s in self.siblings if s.sha256 != document.source.sha256}
        others = (parsed(settings, sibling.read()) for sibling in sources.values())
        return check_original(settings, document, tuple(others))

    def mentions_in(self, document: Document) -> tuple[Mention, ...]:
        """The mentions in the document, including persons known from the set."""
        from redact.persons.known_elsewhere import known_here

        return known_here(document, self.examined.mentions, self.known)
