"""A Word document as bytes that tell nothing but what is in it: no clock, no thumbnail, no program of another name."""

import io
import zipfile
from datetime import datetime
from typing import Any, cast

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter
from docx.oxml.ns import qn

from codesign.documents.unparted import unparted

_AUTHOR = "youth-codesign"
_ZIP_START = (1980, 1, 1, 0, 0, 0)
_UNIX = 3  # else the system that wrote it would stand in each entry


def packed(document: WordDocument, title: str, month: str, language: str = "en-US", author: str = _AUTHOR) -> bytes:
    """The document as a .docx; `month` (YYYY-MM) is the only time in it. Equal documents give equal bytes."""
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.comments, properties.language, properties.revision = "", language, 1
    properties.created = properties.modified = datetime.fromisoformat(f"{month}-01")
    _strip(document)
    for text in document.element.body.iter(qn("w:t")):
        text.text = unparted(text.text or "")
    return _zipped(_entries(document))


def _strip(document: WordDocument) -> None:
    """Take out the template's thumbnail, its word on which program made it, and the order to make a new thumbnail."""
    relations = document.part.package.rels
    for key, relation in list(relations.items()):
        if relation.reltype in (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES):
            del relations[key]
    settings = document.settings.element
    for order in settings.findall(qn("w:savePreviewPicture")):
        settings.remove(order)


class _Entries(dict[str, bytes]):
    """Takes what python-docx would put into a zip of its own, with the clock in it."""

    def write(self, name: PackURI, blob: bytes) -> None:
        self[name.membername] = blob


def _entries(document: WordDocument) -> _Entries:
    """As `document.save`, which packs them; to unpack that and pack it again would take three times as long."""
    package = document.part.package
    for part in package.parts:
        part.before_marshal()
    entries, writer = _Entries(), cast(Any, PackageWriter)
    writer._write_content_types_stream(entries, package.parts)
    writer._write_pkg_rels(entries, package.rels)
    writer._write_parts(entries, package.parts)
    return entries


def _zipped(entries: _Entries) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(entries):
            entry = zipfile.ZipInfo(name, _ZIP_START)
            entry.create_system, entry.compress_type = _UNIX, zipfile.ZIP_DEFLATED
            archive.writestr(entry, entries[name])
    return packed.getvalue()
