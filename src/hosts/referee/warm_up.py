"""Questions before the memory is kept: what pip imports late, compiles, remembers or has learnt to do faster is there
for the first reader."""

_SIZE = 12  # projects, and releases of each


def _release(project, version):
    file = f"warm{project}-{version}.0-py3-none-any.whl"
    entry = {"filename": file, "url": f"{ORIGIN}files/{file}", "hashes": {}, "core-metadata": True}
    metadata = [
        "Metadata-Version: 2.1",
        f"Name: warm{project}",
        f"Version: {version}.0",
        "Provides-Extra: more",
        *(f"Requires-Dist: warm{other}<{version + 1},>=1; python_version > '3'" for other in range(project + 1, _SIZE)),
        "Requires-Dist: warm0; extra == 'more'",
    ]
    return entry | {"requires-python": ">=3.8"}, "\n".join(metadata)


def _documents():
    documents = {}
    for project in range(_SIZE):
        releases = [_release(project, version) for version in range(1, _SIZE)]
        page = {"meta": {"api-version": "1.1"}, "name": f"warm{project}", "files": [entry for entry, _ in releases]}
        documents[f"{SIMPLE_INDEX}/warm{project}/"] = [JSON_PAGE, json.dumps(page)]
        for entry, metadata in releases:
            documents[f"{entry['url']}.metadata"] = ["application/octet-stream", metadata]
    return documents


def _warm_up(lines):
    question = {
        "words": ["-r", "requirements.txt"],
        "files": {"requirements.txt": lines},
        "documents": _documents(),
        "environment": {"python_version": "3.12", "python_full_version": "3.12.1", "extra": ""},
        "target": {"python": "3.12.1", "system": "glibc", "systemVersion": [2, 36], "arch": "x86_64"},
        "mostEvents": 1000,
    }
    return json.loads(ask(json.dumps(question)))["rc"]


# One that has an answer, after some backtracking; one that has none.
WARM = [_warm_up(f"warm0[more]\nwarm{_SIZE - 1}<3\n"), _warm_up("warm1==9\nwarm2>9\n")]

# What is there now stays: no collection goes through it again.
gc.collect()
gc.freeze()
