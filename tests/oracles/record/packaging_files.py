"""Record how pip 26.3 reads requirements files, index pages and METADATA, for
../packaging-files.test.ts to replay.

    PYTHONPATH=pip-26.3-py3-none-any.whl python3 -P packaging_files.py > ../packaging-files.json

Runs in an empty temporary folder, so that no path exists.
"""

import contextlib
import email.parser
import io
import json
import os
import random
import sys
import tempfile

import pip
from pip._internal.exceptions import PipError
from pip._internal.index.package_finder import LinkEvaluator, LinkType
from pip._internal.models.link import Link
from pip._internal.models.target_python import TargetPython
from pip._internal.req import req_file
from pip._internal.req.constructors import install_req_from_parsed_requirement
from pip._vendor.packaging.version import InvalidVersion, Version

dice = random.Random(20261123)

FILES = [
    "numpy\n",
    "\ufeffnumpy\r\npandas\r\n\r\nscipy",
    "# all\nnumpy # the arrays\n  # indented\npandas#notacomment\nscipy\t# tab\n#\n",
    "numpy \\\n  >=1.0 \\\n  # a comment in between\n,<2\npandas\n",
    "numpy>=1.0,\\\n<2\nlast\\",
    "# comment \\\nnumpy\n\\\npandas\n\\\\\\a\\\\\\\nb\n",
    "numpy==1.0 --hash=sha256:abc --hash sha384:def\n--hash=sha256:abc\nnumpy==1.0 --hash=md5:1\nnumpy==1.0 --hash=abc\n",
    "numpy==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\nnext\n",
    "-r base.txt\n--requirement base.txt\n--requirement=base.txt\n-rbase.txt\n-c limits.txt\n--constraint limits.txt\n-r 'with space.txt'\n-r \"a b\" c\n-r with\\ space.txt\n",
    "-e .\n-e ./local[extra]\n--editable git+https://example.org/x.git#egg=x\n-e\n-e ''\n",
    "-i https://example.org/simple\n--index-url=https://example.org\n--extra-index-url https://example.org/x\n--find-links ./wheels\n-f wheels\n--no-index\n--pre\n--prefer-binary\n--require-hashes\n--no-require-hashes\n--trusted-host example.org\n--no-binary :all:\n--only-binary=numpy,pandas\n--all-releases numpy\n--only-final :all:\n--use-feature truststore\n--pypi-url https://example.org\n",
    "--foo\n-x\n-1\n--pre=1\n--re x\n--req x\n--find ./x\n--i x\n-r\n--hash\n--use-feature=abc\n--no-binary -x\n--\n- a\nnumpy -- b\nnumpy -U\nnumpy --upgrade\n-C a=b\n-C a\nnumpy --config-settings=a=b\n-r \"open\n-r a\\\\\n--=x\n-i=x\n--pre --no-index\n-ra -cb\n",
    "numpy=1.0\nnumpy 1.0\nnumpy>=\nnumpy => 1\nnumpy>=1.*\n==1.0\n1.0\nnumpy==1.0==2.0\nnumpy>=1;<2\nnumpy [a\nnumpy]\nnumpy,\nnumpy pandas\nnumpy;\nnumpy ;  \nimport numpy\npip install numpy\n$ pip install numpy\n>>> import numpy\n",
    "./local\n../up\n/abs/path\nlocal/dir\nx.whl\nx-1.0-py3-none-any.whl\n./x-1.0.tar.gz\nx-1.0.zip\nfoo.zip[extra]\nx.TAR.GZ\n.hidden\nfoo.tar\n.zip\n",
    "https://example.org/x-1.0-py3-none-any.whl\nhttps://example.org/x.tar.gz ; python_version<'3'\nhttp://example.org/x.zip#egg=x\ngit+https://example.org/r.git@main#egg=r\nfile:///x/y.whl\nx @ https://example.org/x.whl\nx@https://example.org/x.zip ; os_name=='nt'\nx[a] @ git+https://example.org/r\nGIT+HTTPS://example.org/r\nftp://example.org/x.whl\nhttps://example.org/x.whl;python_version<'3'\nhg+static-http://example.org/r#egg=r\nfoo://x\n",
    "numpy; python_version < '3.8'\nnumpy ; python_version\nnumpy; foo == '1'\nnumpy;python_version<'3' and\nnumpy>=1;os_name=='a;b'\nnumpy; os_name == 'posix' --hash=sha256:x\nnumpy; os_name == '- x'\nnumpy; os_name == '#'\nnumpy; os_name == ' #'\nnumpy;'a' == os_name # c\n",
    "${NAME}\nnumpy==${VERSION}\n--index-url https://${USER}:${PASSWORD}@example.org\n$HOME\n",
    "a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g\rh\n",
    "\n\n   \n\t\n",
    "",
    "# -*- coding: utf-8 -*-\nnumpy\n# numpy\n\n\nrequests[security,socks]>=2.8.1,==2.8.*;python_version<'2.7'\nDjango>=4,<5\n",
    "numpy>=1.20\nnumpy<2\nnumpy!=1.21\nNUMPY\nzope.interface\nruamel_yaml\n",
    "name: env\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.11\n  - pip:\n    - torch\n",
    "[project]\nname = \"x\"\ndependencies = [\"numpy>=1\"]\n",
    "numpy\u00a0>=1\n\u3000numpy\u3000\nnumpy，pandas\nnumpy＞=1\nnumpy\u200b\n",
]

PIECES = ["numpy", "pandas>=1", "x[a,b]", " ", " ", "\t", "\\\n", "\n", "\n", " # c", "#", "-r a", "-e .", "--hash=sha256:a", "--pre", "; os_name=='a'", "'", '"', "\\", "==1.0", ",<2", "${X}", "-", "--", "./p", ".whl", "@", "https://h/x", "é", "=", "\r\n"]


def any_file():
    return "".join(dice.choice(PIECES) for _ in range(dice.randrange(2, 14)))


def read_file(content):
    """Each logical line: number, text, and what became of it."""
    with open("requirements.txt", "w", encoding="utf-8", newline="") as file:
        file.write(content)
    parse = req_file.get_line_parser(None)
    rows = []
    for number, text in req_file.preprocess(content.removeprefix("\ufeff")):
        rows.append([number, text, *read_line(parse, number, text)])
    return rows


def read_line(parse, number, text):
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            args, options = parse(text)
    except req_file.OptionParsingError as error:
        return ["error", f"Invalid requirement: {text}\n{error.msg}".rstrip("\n")]
    except PipError as error:
        return ["error", str(error)]
    line = req_file.ParsedLine("requirements.txt", number, args, options, False)
    if line.is_editable:
        return ["editable", line.requirement]
    if line.requirement is None:
        if options.requirements:
            return ["include", options.requirements[0], "requirements"]
        if options.constraints:
            return ["include", options.constraints[0], "constraints"]
        return ["options"]
    hashes = sorted(f"{name}:{value}" for name, values in (options.hashes or {}).items() for value in values)
    parsed = req_file.handle_requirement_line(line)
    try:
        # What a file name means is decided later; here the path is enough.
        wanted = install_req_from_parsed_requirement(parsed)
    except PipError as error:
        return ["error", str(error)]
    except ValueError as error:
        # pip 26.3 dies with a traceback where what stands in brackets is no list of extras.
        return ["crash", str(error)]
    marker = None if wanted.markers is None else str(wanted.markers)
    if wanted.link is not None and (wanted.req is None or wanted.req.url is None):
        kind = "path" if wanted.link.scheme == "file" and not args.strip().lower().startswith("file:") else "url"
        return [kind, marker, hashes]
    return ["requirement", str(wanted.req), marker, hashes]


ENTRIES = [
    {"filename": "foo-1.0-py3-none-any.whl", "url": "https://h/foo-1.0-py3-none-any.whl", "hashes": {"sha256": "ab"}, "requires-python": ">=3.8", "yanked": False},
    {"filename": "foo-1.0.tar.gz", "url": "../../foo-1.0.tar.gz#sha256=ab", "hashes": {}, "requires-python": None, "yanked": True},
    {"filename": "foo-1.0.tar.gz", "url": "foo-1.0.tar.gz?x=/y", "hashes": {}, "requires-python": "", "yanked": "broken"},
    {"filename": "foo-1.0.tar.gz", "url": "foo-1.0.tar.gz", "yanked": ""},
    {"filename": "foo-1.0.tar.gz"},
    {"filename": "foo-2.0.tar.gz", "url": "foo-1%2e0.tar.gz", "yanked": False},
    {"filename": "foo-1.0.tar.gz", "url": "a/foo-1.0%2Bx.tar.gz", "requires-python": ">=3.*"},
]

FILENAMES = """
foo-1.0.tar.gz foo-1.0.zip foo-1.0.tar.bz2 foo-1.0.tgz foo-1.0.tar foo-1.0.tar.xz foo-1.0.tlz foo-1.0.exe foo-1.0.egg foo-1.0.win32.exe foo-1.0-py2.7.egg foo-1.0.msi foo-1.0.rpm foo-1.0.dmg foo-1.0.deb foo-1.0 foo foo.tar.gz .tar.gz
foo-1.0-py3-none-any.whl foo-1.0-cp27-none-win32.whl bar-1.0-py3-none-any.whl foo-1.0-none-any.whl foo-x-py3-none-any.whl foo-1.0-py3-none-any.whl.metadata FOO-1.0.tar.gz Foo_-1.0.tar.gz foo-bar-1.0.tar.gz bar-1.0.tar.gz foo-.tar.gz foo-1.0.linux-x86_64.tar.gz
foo-1.0.macosx-10.9-x86_64.tar.gz foo-1.0-macosx10.zip foo-2004d.zip foo-dev.zip foo-1.0dev-r5.zip foo-1.0-py2.7.tar.gz foo-1.0-py3.tar.gz foo-1.0-py3.12.tar.gz foo-1.0-1.tar.gz foo-1.0.TAR.GZ foo-1.0.tar.Gz foo_1.0.tar.gz foo-v1.0.tar.gz foo-1.0+local.tar.gz foo-1.0.tar.gz.asc foo--1.0.tar.gz foo-1.0.tar.lzma foo-1.0.tbz foo-1.0.txz foo-1.0.tar.lz foo-1.0.7z
""".split()
DASHED = ["foo_bar-1.0.tar.gz", "foo-bar-1.0.tar.gz", "foo.bar-1.0.zip", "Foo__Bar-1.0.zip", "foo-bar.tar.gz", "foo-bar-baz-1.0.tar.gz", "foo_bar-1.0-py3-none-any.whl", "foo.bar-1.0-py3-none-any.whl", "foo__bar-1.0-py3-none-any.whl", "foobar-1.0.zip", "foo-bar--1.0.zip"]

REASONS = {
    LinkType.format_unsupported: "unsupported-format",
    LinkType.different_project: "other-project",
}


def classify(project, filename):
    target = TargetPython(py_version_info=(3, 12, 1))
    evaluator = LinkEvaluator(project, project, frozenset({"binary", "source"}), target, allow_yanked=True, ignore_requires_python=True)
    kind, detail = evaluator.evaluate_link(Link(f"https://h/{filename}"))
    if kind in REASONS:
        return [REASONS[kind]]
    if kind == LinkType.format_invalid:
        return ["invalid-wheel-filename" if "wheel" in detail else "other-project"]
    if kind == LinkType.platform_mismatch:
        return ["for-one-python"] if "Python version" in detail else ["wheel"]
    try:
        return ["wheel" if filename.endswith(".whl") else "sdist", str(Version(detail))]
    except InvalidVersion:
        return ["invalid-version"]


METADATA = [
    "Metadata-Version: 2.1\nName: foo\nVersion: 1.0\nRequires-Python: >=3.8\nRequires-Dist: a\nRequires-Dist: b>=1 ; extra == 'x'\nProvides-Extra: x\n\nRequires-Dist: not-a-header\n",
    "name: Foo_Bar\nVERSION:1.0.0-1\nrequires-dist:a\nRequires-Dist :  b\nREQUIRES-DIST:\tc\n",
    "Name: foo\nVersion: 1.0\nDescription: one\n  Requires-Dist: folded\n\tmore\nRequires-Dist:\n  late (>=1.0)\nRequires-Dist: a ;\n  os_name == 'x'\nSummary: s",
    "Name: foo\r\nVersion: 1.0\r\nRequires-Dist: a\r\n\r\nRequires-Dist: b\r\n",
    "Name: foo\rVersion: 1.0\rRequires-Dist: a\r\rRequires-Dist: b\r",
    "Name: foo\nVersion: 1.0\nthis is no header\nRequires-Dist: a\n",
    "Name: foo\nVersion: 1.0\n: empty name\nRequires-Dist: a\n",
    "Name: foo\nVersion: 1.0\nNamé: x\nRequires-Dist: a\n",
    " Name: folded first\nVersion: 1.0\nRequires-Dist: a\n",
    "From someone\nName: foo\nVersion: 1.0\n",
    "Name: foo\nVersion: 1.0\nFrom: x\nFrom me\nRequires-Dist: a\n",
    "Name: foo\nName: bar\nVersion: 1.0\nVersion: 2.0\nRequires-Python: >=3\nRequires-Python: >=2\n",
    "Name: foo  \nVersion:  1.0\t\nRequires-Python:   >=3.6.*  \nProvides-Extra:  A_b \nProvides-Extra: a.b\n",
    "",
    "\nName: foo\n",
    "Name foo\nVersion: 1.0\n",
    "Name: foo\nVersion: 1.0\nRequires-Dist: a\n \nRequires-Dist: b\n",
    "Name: foo\nVersion: 1.0\nRequires-Dist: é>=1\nAuthor: 王\n",
    "Name:\nVersion:\nRequires-Python:\n",
    "Name: foo\x0bVersion: 1.0\x0cRequires-Dist: a\x1cb\x85c\n",
]


def read_metadata(text):
    message = email.parser.Parser().parsestr(text)

    def strip(values):
        return [value.strip() for value in values]

    return [
        *[(message.get(name) or "").strip() for name in ("Name", "Version")],
        message.get("Requires-Python"),
        strip(message.get_all("Requires-Dist", [])),
        strip(message.get_all("Provides-Extra", [])),
    ]


def main():
    assert pip.__version__ == "26.3", pip.__version__
    sys.argv[0] = "pip"
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        files = [[content, read_file(content)] for content in dict.fromkeys(FILES + [any_file() for _ in range(220)])]
        os.chdir("/")
    links = [Link.from_json(entry, "https://h/simple/foo/") for entry in ENTRIES]
    groups = {
        "files": files,
        "filenames": [[project, name, *classify(project, name)] for project, names in (("foo", FILENAMES), ("foo-bar", DASHED)) for name in names],
        "entries": [[entry, None if link is None else [link.filename, link.requires_python, link.yanked_reason]] for entry, link in zip(ENTRIES, links, strict=True)],
        "metadata": [[text, *read_metadata(text)] for text in METADATA],
    }
    print("{")
    print(f' "pip": {json.dumps(pip.__version__)},')
    for index, (name, rows) in enumerate(groups.items()):
        print(f" {json.dumps(name)}: [")
        print(",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows))
        print(" ]" + ("," if index + 1 < len(groups) else ""))
        print(name, len(rows), file=sys.stderr)
    print("}")


main()
