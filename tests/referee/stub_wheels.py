"""Wheels of nothing but metadata, and what is left of them when they are installed: enough for pip to choose them."""

import base64
import hashlib
import io
import os
import re
import zipfile

WITH_MARKER = re.compile(r"^(?P<what>[^;]*?)\s*(?:;\s*(?P<marker>.*?)\s*)?$", re.S)
NOT_IN_NAMES = re.compile(r"[^0-9A-Za-z_.]+")


def file_name(name, version, tag):
    if tag == "sdist":
        return f"{NOT_IN_NAMES.sub('_', name)}-{version}.tar.gz"
    return f"{NOT_IN_NAMES.sub('_', name)}-{version.replace('-', '_')}-{tag}.whl"


def metadata_of(name, version, release):
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    if release.get("requires_python"):
        lines.append(f"Requires-Python: {release['requires_python']}")
    extras = release.get("extras", {})
    lines += [f"Provides-Extra: {extra}" for extra in extras]
    lines += [f"Requires-Dist: {text}" for text in release.get("requires", [])]
    for extra, texts in extras.items():
        for text in texts:
            parts = WITH_MARKER.match(text)
            marker = f'({parts["marker"]}) and extra == "{extra}"' if parts["marker"] else f'extra == "{extra}"'
            lines.append(f"Requires-Dist: {parts['what'].strip()} ; {marker}")
    return "\n".join(lines) + "\n"


def wheel_bytes(file, metadata):
    """The wheel as it is downloaded: the same bytes for the same release. An sdist is nothing but its name."""
    if not file.endswith(".whl"):
        return file.encode()
    stem, tag = re.search(r"([^/-]+-[^-]+)-([^/]+)\.whl$", file).groups()
    files = {
        "METADATA": metadata,
        "WHEEL": f"Wheel-Version: 1.0\nGenerator: stub\nRoot-Is-Purelib: true\nTag: {tag}\n",
    }
    rows = []
    for name, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        rows.append(f"{stem}.dist-info/{name},sha256={digest},{len(text.encode())}\n")
    files["RECORD"] = "".join(rows) + f"{stem}.dist-info/RECORD,,\n"
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as wheel:
        for name, text in files.items():
            wheel.writestr(zipfile.ZipInfo(f"{stem}.dist-info/{name}"), text)
    return archive.getvalue()


def write_wheel(path, metadata):
    with open(path, "wb") as written:
        written.write(wheel_bytes(path, metadata))


def write_installed(directory, name, version, metadata):
    """What an installation leaves of a distribution, as far as pip looks at it before it installs another."""
    folder = f"{directory}/{NOT_IN_NAMES.sub('_', name)}-{version}.dist-info"
    os.makedirs(folder)
    for file, text in {"METADATA": metadata, "INSTALLER": "pip\n", "RECORD": ""}.items():
        with open(f"{folder}/{file}", "w") as written:
            written.write(text)
