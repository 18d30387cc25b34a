"""Wheels, as pip leaves them: unpacked, with what it adds to their dist-info."""

import importlib
import io
import os
import sys
from site import getsitepackages
from zipfile import ZipFile

# Its hash is in the RECORD of everything that pip has ever installed.
INSTALLER = "pip\n"
INSTALLER_LINE = "INSTALLER,sha256=zuuue4knoyJ-UwPPXg8fezS7VCrXJQrAP7zeNuwvFQg,4\n"


def install_wheel(buffer):
    """Unpacks a wheel, given as a buffer of JavaScript's, into site-packages."""
    folder = getsitepackages()[0]
    with ZipFile(io.BytesIO(buffer.to_bytes())) as wheel:
        for member in wheel.infolist():
            if not member.is_dir():
                put_member(wheel.read(member), place_of(member.filename, folder))
        infos = {name.partition("/")[0] for name in wheel.namelist()}
    for info in infos:
        if info.endswith(".dist-info"):
            put_member(INSTALLER.encode(), os.path.join(folder, info, "INSTALLER"))
            with open(os.path.join(folder, info, "RECORD"), "a") as record:
                record.write(f"{info}/{INSTALLER_LINE}")
    importlib.invalidate_caches()


def place_of(name, folder):
    """Where a member goes: what lies in `*.data/<scheme>/` has a place of its own (PEP 427)."""
    top, _, rest = name.partition("/")
    scheme, _, inner = rest.partition("/")
    if not top.endswith(".data"):
        return os.path.join(folder, name)
    places = {"purelib": folder, "platlib": folder, "data": sys.prefix, "scripts": "/usr/local/bin"}
    return os.path.join(places.get(scheme, f"{sys.prefix}/{scheme}"), inner)


def put_member(content, path):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)
