"""The pages and the metadata that an index has of a universe, as documents in memory (documents.py)."""

import hashlib
import json
import re
from urllib.parse import quote

SECOND_INDEX = ORIGIN + "second/simple"


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
