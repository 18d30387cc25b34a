/** What lies beside the wheel: names from the standard library, one that spoils a wheel and one that compares it with its RECORD. */
export const TOOLS = `from base64 import urlsafe_b64encode
from csv import reader
from hashlib import sha256
from zipfile import ZipFile, ZipInfo

WHEEL = "aiosignal-1.4.0-py3-none-any.whl"


def hash_of(content):
    return "sha256=" + urlsafe_b64encode(sha256(content).digest()).decode().rstrip("=")


def record_of(wheel):
    [name] = [name for name in wheel.namelist() if name.endswith(".dist-info/RECORD")]
    return {path: stated for path, stated, size in reader(wheel.read(name).decode().splitlines())}


def differing(path):
    wheel = ZipFile(path)
    return [
        name
        for name, stated in record_of(wheel).items()
        if stated and stated != hash_of(wheel.read(name))
    ]


def spoil(name):
    wheel = ZipFile(WHEEL)
    with ZipFile("spoilt.whl", "w") as copy:
        for each in wheel.namelist():
            content = wheel.read(each)
            copy.writestr(ZipInfo(each), content[:-1] + b"#" if each == name else content)
`;
