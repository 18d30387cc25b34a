"""An index of documents in memory (PEP 691 pages, PEP 658 metadata), answering pip in the place of the network."""

import hashlib
import io
import json
import re
from urllib.parse import quote

ORIGIN = "https://index.invalid/"
SIMPLE_INDEX = ORIGIN + "simple"
JSON_PAGE = "application/vnd.pypi.simple.v1+json"

# Address to (content type, body).
DOCUMENTS = {}


def document_elsewhere(address):
    """What the host answers for an address that is not in DOCUMENTS: [content type, text] or None."""
    return None


def put_page(name, files):
    """One project's page; `files` are (file name, METADATA, release) as the universe has them."""
    project = re.sub(r"[-_.]+", "-", name).lower()
    entries = []
    for file, metadata, release in files:
        body = metadata.encode()
        address = f"{ORIGIN}files/{quote(file)}"
        entry = {"filename": file, "url": address, "hashes": {"sha256": hashlib.sha256(file.encode()).hexdigest()}}
        entry["core-metadata"] = {"sha256": hashlib.sha256(body).hexdigest()}
        if release.get("requires_python"):
            entry["requires-python"] = release["requires_python"]
        if "yanked" in release:
            entry["yanked"] = release["yanked"] or True
        entries.append(entry)
        DOCUMENTS[f"{address}.metadata"] = ("application/octet-stream", body)
    page = {"meta": {"api-version": "1.1"}, "name": project, "files": entries}
    DOCUMENTS[f"{SIMPLE_INDEX}/{project}/"] = (JSON_PAGE, json.dumps(page).encode())


def document_adapter():
    """A transport adapter of the requests that pip carries."""
    from pip._vendor.requests.adapters import BaseAdapter
    from pip._vendor.requests.models import Response
    from pip._vendor.requests.structures import CaseInsensitiveDict

    class DocumentAdapter(BaseAdapter):
        def send(self, request, *args, **kwargs):
            found = DOCUMENTS.get(request.url)
            if found is None and (elsewhere := document_elsewhere(request.url)) is not None:
                found = elsewhere[0], elsewhere[1].encode()
            kind, body = found or ("text/plain", b"404 Not Found")
            answer = Response()
            answer.status_code, answer.reason = (200, "OK") if found else (404, "Not Found")
            answer.url, answer.request = request.url, request
            answer.headers = CaseInsensitiveDict({"Content-Type": kind, "Content-Length": str(len(body))})
            answer.raw = io.BytesIO(body)
            return answer

        def close(self):
            pass

    return DocumentAdapter()
