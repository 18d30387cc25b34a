"""An index of documents in memory (PEP 691 pages, PEP 658 metadata), answering pip in the place of the network."""

import hashlib
import io
import json
import re
from urllib.parse import quote

ORIGIN = "https://index.invalid/"
SIMPLE_INDEX = ORIGIN + "simple"
SECOND_INDEX = ORIGIN + "second/simple"
JSON_PAGE = "application/vnd.pypi.simple.v1+json"

# Address to (content type, body), or to what makes these two when they are asked for.
DOCUMENTS = {}


def document_elsewhere(address):
    """What the host answers for an address that is not in DOCUMENTS: [content type, text] or None."""
    return None


def file_address(index, file):
    return f"{index.removesuffix('simple')}files/{quote(file)}"


def put_page(index, name, files, with_hashes):
    """One project's page; `files` are (file name, METADATA, release) as the universe has them."""
    project = re.sub(r"[-_.]+", "-", name).lower()
    entries = []
    for file, metadata, release in files:
        body = metadata.encode()
        address = file_address(index, file)
        entry = {"filename": file, "url": address, "hashes": {}}
        if with_hashes:
            entry["hashes"]["sha256"] = hashlib.sha256(wheel_bytes(file, metadata)).hexdigest()
        if file.endswith(".whl"):
            entry["core-metadata"] = {"sha256": hashlib.sha256(body).hexdigest()}
        if python := release.get("page_python", release.get("requires_python")):
            entry["requires-python"] = python
        if "yanked" in release:
            entry["yanked"] = release["yanked"] or True
        if "uploaded" in release:
            entry["upload-time"] = release["uploaded"]
        entries.append(entry)
        DOCUMENTS[f"{address}.metadata"] = ("application/octet-stream", body)
        DOCUMENTS[address] = lambda file=file, metadata=metadata: (
            "application/octet-stream",
            wheel_bytes(file, metadata),
        )
    page = {"meta": {"api-version": "1.1"}, "name": project, "files": entries}
    DOCUMENTS[f"{index}/{project}/"] = (JSON_PAGE, json.dumps(page).encode())


def document_adapter():
    """A transport adapter of the requests that pip carries."""
    from pip._vendor.requests.adapters import BaseAdapter
    from pip._vendor.requests.models import Response
    from pip._vendor.requests.structures import CaseInsensitiveDict

    class DocumentAdapter(BaseAdapter):
        def send(self, request, *args, **kwargs):
            found = DOCUMENTS.get(request.url)
            if callable(found):
                found = found()
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
