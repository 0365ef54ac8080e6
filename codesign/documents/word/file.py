"""A Word document as bytes that tell nothing but what is in it: no clock, no thumbnail, no program of another name."""

import io
import zipfile
from datetime import datetime

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
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
    buffer = io.BytesIO()
    document.save(buffer)
    return _same_bytes(buffer)


def _strip(document: WordDocument) -> None:
    """Take out the template's thumbnail, its word on which program made it, and the order to make a new thumbnail."""
    relations = document.part.package.rels
    for key, relation in list(relations.items()):
        if relation.reltype in (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES):
            del relations[key]
    settings = document.settings.element
    for order in settings.findall(qn("w:savePreviewPicture")):
        settings.remove(order)


def _same_bytes(buffer: io.BytesIO) -> bytes:
    packed_again = io.BytesIO()
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(packed_again, "w") as new:
        for name in sorted(old.namelist()):
            entry = zipfile.ZipInfo(name, _ZIP_START)
            entry.create_system, entry.compress_type = _UNIX, zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return packed_again.getvalue()
