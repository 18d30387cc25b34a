"""One question before the memory is kept: what pip imports late, compiles or remembers is there for the first reader."""

_page = {"meta": {"api-version": "1.1"}, "name": "warm", "files": []}
for _version in ("1.0", "2.0"):
    _file = {"filename": f"warm-{_version}-py3-none-any.whl", "url": f"{ORIGIN}files/warm-{_version}-py3-none-any.whl"}
    _page["files"].append(_file | {"hashes": {}, "core-metadata": True, "requires-python": ">=3.8"})

_documents = {f"{SIMPLE_INDEX}/warm/": [JSON_PAGE, json.dumps(_page)]}
for _version, _requires in (("1.0", ""), ("2.0", "Requires-Dist: warm<2; python_version > '3'\n")):
    _text = f"Metadata-Version: 2.1\nName: warm\nVersion: {_version}\n{_requires}"
    _documents[f"{ORIGIN}files/warm-{_version}-py3-none-any.whl.metadata"] = ["application/octet-stream", _text]

_question = {
    "words": ["-r", "requirements.txt"],
    "files": {"requirements.txt": "warm\nwarm<3\n"},
    "documents": _documents,
    "environment": {"python_version": "3.12", "python_full_version": "3.12.1", "extra": ""},
    "target": {"python": "3.12.1", "system": "glibc", "systemVersion": [2, 36], "arch": "x86_64"},
    "mostEvents": 100,
}
WARM = json.loads(ask(json.dumps(_question)))["rc"]
