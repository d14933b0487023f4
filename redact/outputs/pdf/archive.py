"""The finished pages as a tagged PDF/A-3b: structure, metadata, output intent, attachments."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from redact.outputs.pdf.tags import Node

if TYPE_CHECKING:
    import pikepdf

FLAVOUR = "3b"


def archive(data: bytes, tree: Node, attachments: Iterable[tuple[str, bytes]], as_of: str) -> bytes:
    """The PDF with its structure and what archiving requires (ISO 19005-3, conformance B).

    ``attachments`` are names and contents of JSON files; ``as_of`` is the ISO date that replaces
    the clock. The same values give the same bytes.
    """
    import pikepdf
    from pikepdf import pdfa

    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            # reportlab gives every page a transition, which PDF/A does not allow.
            if "/Trans" in page:
                del page["/Trans"]
            page.Tabs = pikepdf.Name.S
        _add_structure(pdf, tree)
        # Says only that no colours were trapped; XMP has no word for it as reportlab writes it.
        del pdf.docinfo["/Trapped"]
        for name, content in attachments:
            _attach(pdf, name, content, as_of)
        pdfa.prepare(pdf, FLAVOUR)
        _fix_dates(pdf, as_of)
        out = BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _attach(pdf: pikepdf.Pdf, name: str, content: bytes, as_of: str) -> None:
    import pikepdf

    day = f"D:{as_of.replace('-', '')}000000Z"
    file = pikepdf.AttachedFileSpec(
        pdf,
        content,
        description="audit record",
        filename=name,
        mime_type="application/json",
        creation_date=day,
        mod_date=day,
    )
    file.relationship = pikepdf.Name.Data
    pdf.attachments[name] = file


def _fix_dates(pdf: pikepdf.Pdf, as_of: str) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.load_from_docinfo(pdf.docinfo)
        metadata["xmp:MetadataDate"] = f"{as_of}T00:00:00+00:00"


def _add_structure(pdf: pikepdf.Pdf, tree: Node) -> None:
    """Add the tree over the marks of the pages, and from each mark a reference to its element."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name

    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pages = [page.obj for page in pdf.pages]
    owners: list[dict[int, pikepdf.Object]] = [{} for _ in pages]

    def make(node: Node, parent: pikepdf.Object) -> pikepdf.Object:
        element = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{node.kind}"), P=parent)
        )
        if node.alt:
            element.Alt = pikepdf.String(node.alt)
        if node.scope:
            element.A = Dictionary(O=Name.Table, Scope=Name(f"/{node.scope}"))
        kids = []
        for kid in node.kids:
            if isinstance(kid, Node):
                if kid.kids:
                    kids.append(make(kid, element))
                continue
            page, number = kid
            owners[page][number] = element
            kids.append(Dictionary(Type=Name.MCR, Pg=pages[page], MCID=number))
        element.K = Array(kids)
        return element

    root.K = make(tree, root)
    numbers = Array()
    for number, (page, owned) in enumerate(zip(pages, owners, strict=True)):
        page.StructParents = number
        numbers.append(number)
        numbers.append(pdf.make_indirect(Array([owned[n] for n in range(len(owned))])))
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
