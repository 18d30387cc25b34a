"""Wheels of nothing but metadata: enough for pip to choose them."""

import base64
import hashlib
import re
import zipfile

WITH_MARKER = re.compile(r"^(?P<what>[^;]*?)\s*(?:;\s*(?P<marker>.*?)\s*)?$", re.S)
NOT_IN_NAMES = re.compile(r"[^0-9A-Za-z_.]+")


def wheel_name(name, version, tag):
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


def write_wheel(path, metadata):
    stem, tag = re.search(r"([^/-]+-[^-]+)-([^/]+)\.whl$", path).groups()
    files = {
        "METADATA": metadata,
        "WHEEL": f"Wheel-Version: 1.0\nGenerator: stub\nRoot-Is-Purelib: true\nTag: {tag}\n",
    }
    rows = []
    for file, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        rows.append(f"{stem}.dist-info/{file},sha256={digest},{len(text.encode())}\n")
    files["RECORD"] = "".join(rows) + f"{stem}.dist-info/RECORD,,\n"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as wheel:
        for file, text in files.items():
            wheel.writestr(f"{stem}.dist-info/{file}", text)
