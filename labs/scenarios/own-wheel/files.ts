/** The program that zips, and the one that asks pip. */
export const MAKE = 'make.py';
export const INSTALL = 'install.py';

/** What is wrong in the first one, and what it should be. */
export const MISTAKES = {
  name: ['NAME = "mei-dice-0.1-py3-none-any.whl"', 'NAME = "mei_dice-0.1-py3-none-any.whl"'],
  texts: ['TEXTS = ["METADATA"]', 'TEXTS = ["METADATA", "WHEEL"]'],
  hash: [
    'hashlib.sha256(content).hexdigest()',
    'base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")',
  ],
} as const;

/** Mei's attempt: the `-` of the name, no WHEEL, and hashes in the wrong letters. */
export const ATTEMPT = `import base64
import hashlib
import os
from zipfile import ZipFile, ZipInfo

${MISTAKES.name[0]}
INFO = "mei_dice-0.1.dist-info/"
${MISTAKES.texts[0]}
SHELF = "simple/mei-dice/"

record = []


def put(wheel, path, content):
    digest = ${MISTAKES.hash[0]}
    record.append(f"{path},sha256={digest},{len(content)}")
    wheel.writestr(ZipInfo(path), content)


def read(path):
    with open(path, "rb") as file:
        return file.read()


os.makedirs(SHELF, exist_ok=True)
with ZipFile(SHELF + NAME, "w") as wheel:
    put(wheel, "mei_dice.py", read("src/mei_dice.py"))
    for text in TEXTS:
        put(wheel, INFO + text, read("src/" + text))
    record.append(INFO + "RECORD,,")
    wheel.writestr(ZipInfo(INFO + "RECORD"), "\\n".join(record))
with open(SHELF + "index.html", "w") as page:
    page.write(f'<!DOCTYPE html>\\n<a href="{NAME}">{NAME}</a>\\n')
print(SHELF + NAME, *record, sep="\\n")
`;

/** pip, asked as at a prompt: from the folder that is an index, into a folder that can be looked at. */
const INSTALLER = `import sys

from pip._internal.cli.main import main

sys.exit(main([
    "install",
    "--index-url=file:///home/ada/simple",
    "--target=installed",
    "--upgrade",
    "--progress-bar=off",
    "--root-user-action=ignore",
    "--disable-pip-version-check",
    "mei-dice",
]))
`;

/** Everything on the disk when the lab begins. */
export const FILES = {
  'src/mei_dice.py': 'import random\n\n\ndef roll():\n    return random.randint(1, 6)\n',
  'src/METADATA': 'Metadata-Version: 2.4\nName: mei-dice\nVersion: 0.1\n',
  'src/WHEEL': 'Wheel-Version: 1.0\nGenerator: by hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  [MAKE]: ATTEMPT,
  [INSTALL]: INSTALLER,
};

/** The same by other means: a program of one's own, from an empty page. */
export const ANEW = `import base64, hashlib, zipfile

name = "mei_dice-0.1-py3-none-any.whl"
info = "mei_dice-0.1.dist-info"
record = f"{info}/RECORD,,\\n"
with zipfile.ZipFile(name, "w") as wheel:
    for source, path in [("mei_dice.py", ""), ("METADATA", info + "/"), ("WHEEL", info + "/")]:
        content = open("src/" + source, "rb").read()
        wheel.writestr(zipfile.ZipInfo(path + source), content)
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode()
        record += f"{path}{source},sha256={digest.rstrip('=')},{len(content)}\\n"
    wheel.writestr(zipfile.ZipInfo(f"{info}/RECORD"), record)
`;
