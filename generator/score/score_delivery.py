"""Scorecard E: whether what is published can be filed, read by everybody, cited and reused."""

from __future__ import annotations

from urllib.parse import urlsplit

from ..findings import errors
from ..model import Asset, LineRef
from ..model.counted import counted
from .score_material import Material, Verdict, answered, not_applicable, of_list, verdict

_OPEN_FORMATS = {"text/csv": "CSV", "application/json": "JSON"}


def edgar_takes_the_documents(material: Material) -> Verdict:
    documents = [asset for asset in material.assets if asset.uri.endswith(".htm")]
    refused = [one for one in errors(material.documents) if one.code.startswith("ED-")]
    folder = LineRef(f"{material.disclosure.year}/documents/edgar")
    found = (
        f"{counted(len(documents), 'document, without', 'documents, none with')} a fault that EDGAR refuses"
    )
    advice = "Run 'formsd export'; it writes the documents for EDGAR and says what EDGAR would refuse."
    if refused:
        found, advice = refused[0].message, refused[0].advice
    elif not documents:
        found = "there are no documents for EDGAR"
    return verdict(bool(documents) and not refused, found, refused[0].where if refused else folder, advice)


def site_is_accessible(material: Material) -> Verdict:
    return answered(material, "site_is_accessible")


def pdf_is_tagged(material: Material) -> Verdict:
    documents = [asset for asset in material.assets if asset.uri.endswith(".pdf") and asset.title]
    own = {file.name for file in material.disclosure.own_files}
    own |= {exhibit.name for exhibit in material.disclosure.exhibits}
    ours = [asset for asset in documents if asset.name not in own]
    untagged = [asset for asset in ours if not _is_tagged(asset)]
    found = "the PDF has tags, a language and a title" if ours else "there is no PDF"
    if untagged:
        found = f"{untagged[0].name} has no tags, which a screen reader needs"
    where = LineRef(untagged[0].uri if untagged else f"{material.disclosure.year}/documents")
    advice = "Run 'formsd export'; it writes a PDF that is tagged."
    return verdict(bool(ours) and not untagged, found, where, advice)


def address_is_stable(material: Material) -> Verdict:
    url, year = material.disclosure.facts.registrant.disclosure_url, material.disclosure.year
    if url is None:
        return not_applicable("no web address is stated", material.where("registrant"))
    is_exact = str(year) in urlsplit(url).path.split("/")
    found = f"{url} {'is' if is_exact else 'is not'} an address of the report for {year} alone"
    where = material.where("registrant", "disclosure_url")
    advice = f"Let Form SD lead to the year's own page, such as https://…/{year}/; it is never removed."
    return verdict(is_exact, found, where, advice)


@of_list
def list_is_open_data(material: Material) -> Verdict:
    there = {asset.media_type for asset in material.assets}
    lacking = [name for kind, name in _OPEN_FORMATS.items() if kind not in there]
    found = (
        f"the list is not offered as {' and '.join(lacking)}"
        if lacking
        else "the list is offered as CSV and JSON"
    )
    folder = LineRef(f"{material.disclosure.year}/documents")
    return verdict(not lacking, found, folder, "Build the site with its files to download.")


def _is_tagged(asset: Asset) -> bool:
    """Whether a PDF says that it is tagged, and has a language; a damaged one does not."""
    from pypdfium2 import PdfDocument, PdfiumError, raw  # needed here only

    try:
        document = PdfDocument(asset.content)
    except PdfiumError:
        return False
    try:
        # An empty text takes the two bytes of its end.
        return bool(raw.FPDFCatalog_IsTagged(document)) and raw.FPDFCatalog_GetLanguage(document, None, 0) > 2
    finally:
        document.close()
