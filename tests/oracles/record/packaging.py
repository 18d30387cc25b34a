"""Record what PyPA packaging 26.3 answers, for ../packaging.test.ts to replay.

    PYTHONPATH=packaging-26.3-py3-none-any.whl python3 -P packaging.py \
        --wheels WHEELS.json --metadata DIR --pages DIR > ../packaging.json

WHEELS.json is a list of objects with requires_dist, requires_python and filename; --metadata is a
tree of METADATA documents and --pages a folder of PEP 691 pages: real text, of which a sample is
kept. Everything else is made here from one seed.
"""

import argparse
import json
import pathlib
import random
import sys

import packaging
from packaging import _manylinux, _musllinux, tags
from packaging.markers import InvalidMarker, Marker, UndefinedComparison, UndefinedEnvironmentName
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import InvalidVersion, Version

dice = random.Random(20261123)

TRAPS_VERSION = """
1 1.0 1.0.0 0 0.0 00.01 1.00 v1 V1.2 1.2.3.4.5.6 2013b 2013.10 1!0 0!1 1!1.0 99999999999999999999.1 1.99999999999999999999
9007199254740991 9007199254740992 9007199254740993 1.0.dev9007199254740993 1.0a9007199254740992
1a 1A1 1.0a1 1.0.a.1 1.0-a-1 1.0_a_1 1.0alpha1 1.0ALPHA 1.0beta 1.0b2 1.0.beta-3 1.0c1 1.0C1 1.0rc1 1.0.rc.1 1.0-pre 1.0preview2 1.0pre1
1.0.post1 1.0-1 1.0-01 1.0.rev3 1.0r4 1.0post 1.0-post.5 1.0_post_6 1.0.POST7 1.0post-1 1.0.post0 1.0a1.post1 1.0a1-1 1.0rc1.post2.dev3
1.0.dev 1.0dev 1.0.dev0 1.0-dev1 1.0_dev_2 1.0.DEV3 1.0a1.dev1 1.0.post1.dev2 1.0.dev1+l
1.0+a 1.0+A 1.0+1 1.0+01 1.0+a.1 1.0+a-1 1.0+a_1 1.0+ubuntu.1 1.0+1.a 1.0+1.1 1.0+10 1.0+9 1.0+abc 1.0+ab 1.0+a.b.c 1.0+0 1.0+00a 1.0+cu118 1.0+cpu 1!1.0+x
1.0.post1+local 1.0a1+local.2 2.0.0+2 2.0+2 2+2.0 1.0.0.0+a 0.dev0 0.0.dev0 0a0 0.0.0a0.dev0 1.0.post456.dev34 1.1.dev1
""".split()
TRAPS_INVALID_VERSION = [
    "", " ", "a", "1.", ".1", "1..0", "1.0.", "1.0+", "1.0+a+b", "1.0+a..b", "1.0+.a", "1.0+a.", "1.0+_a", "1.0+~a", "french toast", "1.0--1", "1.0-a-", "1.0a.b",
    "1.0.dev1.post1", "1.0.post1a1", "1.0a1b1", "1.0dev-", "1.0 1", "1,0", "!1", "1!", "1!!1", "a!1", "1.0!1", "-1", "+1", "1.0*", "1.0.*", "*", "==1.0", "1.0post1post2", "1.0-r-", "v", "vv1",
    "1.0\u0661", "\u0661.0", "1.0+\u00e9", "1.0+\u017f", "1.\u212a", "2004d-1x", "1.0.0.linux-x86_64", "1.0-py2.7", "dev", "0.1dev-r1716", "1.0\x00", "1.0\n1", "unknown", "1e5", "0x1", "1_0", "1__0",
]
SPACES = [" ", "\t", "\n", "\x0b", "\x1c", "\x85", "\xa0", "\u2003", "\u3000", "\ufeff", "\u200b"]


def number():
    return str(dice.choice([0, 0, 1, 1, 2, 3, 5, 9, 10, 11, 20, 100, 2023]))


def any_version(wild=True):
    text = dice.choice(["", "", "", "", "v", "V"]) if wild else ""
    if dice.random() < 0.08:
        text += dice.choice("0112") + "!"
    text += ".".join(number() for _ in range(dice.choice([1, 2, 2, 2, 3, 3, 4])))
    separators = ["", "", ".", "-", "_"] if wild else [""]
    if dice.random() < 0.35:
        letters = ["a", "b", "rc", "alpha", "Beta", "c", "pre", "preview", "RC"] if wild else ["a", "b", "rc"]
        text += dice.choice(separators) + dice.choice(letters) + dice.choice(separators) + dice.choice([number(), number(), "" if wild else "0"])
    if dice.random() < 0.25:
        text += dice.choice([".post" + number(), ".post" + number()] + (["-" + number(), "_rev-" + number(), "r" + number(), ".POST"] if wild else []))
    if dice.random() < 0.2:
        text += dice.choice([".dev" + number()] + (["dev", "-dev_" + number(), "_DEV" + number()] if wild else []))
    if dice.random() < 0.15:
        text += "+" + dice.choice(["local", "1", "cu118", "abc.1", "1.2", "a.10", "ABC-9"] if wild else ["local", "1", "cu118", "abc.1", "1.2"])
    return text


ALPHABET = "019.aAbcrvx-_+!* ,;()[]<>=~'\"@#/\\\t\u00e9\n"


def spoil(text):
    at = dice.randrange(len(text) + 1)
    kind = dice.randrange(4)
    if kind == 0:
        return text[:at] + dice.choice(ALPHABET) + text[at:]
    if kind == 1:
        return text[:at] + text[at + 1 :]
    if kind == 2:
        return text[:at] + dice.choice(ALPHABET) + text[at + 1 :]
    return text[:at]


def unique(items):
    return list(dict.fromkeys(items))


def attempt(read, *errors):
    try:
        return read(), None
    except errors as error:
        return None, str(error)


# ---------------------------------------------------------------- versions


def record_versions(real):
    inputs = TRAPS_VERSION + TRAPS_INVALID_VERSION
    inputs += [space + "1.0" for space in SPACES] + ["1.0a1" + space for space in SPACES] + ["1." + space + "0" for space in SPACES[:3]]
    inputs += [any_version() for _ in range(260)] + [spoil(any_version()) for _ in range(200)] + real
    rows = []
    for text in unique(inputs):
        version, _ = attempt(lambda: Version(text), InvalidVersion)
        rows.append([text] if version is None else [text, str(version)] if not version.is_prerelease else [text, str(version), 1])
    return rows


def record_order(real):
    texts = unique(TRAPS_VERSION + [any_version() for _ in range(200)] + [any_version(False) for _ in range(150)] + dice.sample(real, 60))
    versions = sorted((Version(text), text) for text in texts if attempt(lambda: Version(text), InvalidVersion)[0] is not None)
    rows, rank = [], -1
    for index, (version, text) in enumerate(versions):
        if index == 0 or version != versions[index - 1][0]:
            rank += 1
        rows.append([text, rank])
    dice.shuffle(rows)
    return rows


# ---------------------------------------------------------------- specifiers

OPERATORS = ["~=", "==", "!=", "<=", ">=", "<", ">", "==="]


def any_specifier(wild=True):
    operator = dice.choice(OPERATORS)
    version = any_version(wild and dice.random() < 0.4)
    if operator in ("==", "!=") and dice.random() < 0.35:
        version = ".".join(number() for _ in range(dice.choice([1, 2, 2, 3]))) + ".*"
    elif operator == "~=":
        version = version.split("+")[0]
    elif operator in ("<=", ">=", "<", ">") and dice.random() < 0.9:
        version = version.split("+")[0]
    elif operator == "===" and dice.random() < 0.3:
        version = dice.choice(["foobar", "1.0.0.0", "1.0A1", "1.0+Local", "", "nothing-like-1", "v1.0", "01"])
    return operator + dice.choice(["", "", " "]) + version


TRAPS_SPECIFIER = """
==2.0.*|==2rc1|==2!1.*|==2!1.0.0.0.*|>3.0.0a7|<3.0.0a8|>1.0a1|>1.0|<1.0|>1.0.post1|<1.0.post1|>1.0.dev1|<1.0.dev1|>1.0a1.dev1|<1.0a1|>1.0a1.post1|<1.0a1.post1|>=1.0.dev1|<=1.0|<=1.0.post1|==1.0|==1.0.0|!=1.0|==1.0+local|!=1.0+local|==1.0+1|==1.0.0+abc.1
!=1.*|==1.*|==1.0.*|!=1.0.*|==0.*|~=1.0|~=1.0.0|~=1.0a1|~=1.0.post1|~=1.0.dev1|~=2.2.0|~=1!2.0|~=0.0|~=1|~=1.*|~=1.0+local|>=1.0+local|<=1.0+local|>1.0+local|<1.0+local|==1.0a1.*|==1.0.post1.*|==1.0+local.*|==1.0.dev1.*|>=1.*|<1.*|===1.0|===1.0.0|===1.0a1|===1.0+LOCAL|===foo|===|=== |=1.0|1.0|==|>=|<>1.0|=>1.0|==v1.0|==1.0-1|>=1.0-1|>=1.0.rev1
>0.dev0|<0.dev0|<=0.dev0|<0|<0.0|<0.post0|<0.0.dev1|>0|>=0|<0a0|<0!0|>=1!0|<1!0|==1.0.0.0.0|<1.0.0|>1.0.0|<=1.0.0|~=1.0.0.0|!=1.0a1|!=1.0.dev0|==1.0.dev0|==1.0rc1|>=1.0rc1|<=1.0rc1|<1.0rc1.post0|>1.0rc1.post0.dev3|<1.0rc1.dev2|== 1.0|==\t1.0| ==1.0 |==1.0 .*|== 1 .0|>=9007199254740993|>9007199254740991|<=1.99999999999999999999|==9007199254740991.*|>=1.0,<2.0|>=1.0,<2.0,!=1.5|>=1.0 ,, <2,|,|>1.0,<1.0|>=1.0,>=1.0.0,>=1|==1.0,==1.0.0
==1.0,~=1.0|!=1.5.*,>=1.0a1|>=1.0,!=1.1rc1|===1.0,>=1|===1.0a1,<2|===foo,>=1|==1.*,===1.0|~=1.4.5,!=1.4.6|>=1.0 <2.0|>=1.0;|(>=1.0)|>=1.0.*,<2|!=3.0*|>=3.6.*|>=2.7, !=3.0.*, !=3.1.*, !=3.2.*|>=3.6,<4.0|>=3.7,<3.11|!=3.9.7,>=3.7|>3.8|>=3.8.1,<4.0.0|~=3.7|>=3|==3.*|<4|>=3.5.*,<4|>=3.6.2,<3.11
""".replace("\n", "|").strip("|").split("|")


def any_set():
    return dice.choice([",", ", "]).join(any_specifier(False) for _ in range(dice.choice([1, 2, 2, 3])))


def record_specifiers(real):
    inputs = TRAPS_SPECIFIER + [any_specifier() for _ in range(200)] + [any_set() for _ in range(120)] + [spoil(any_set()) for _ in range(220)] + real
    rows = []
    for text in unique(inputs):
        parsed, _ = attempt(lambda: SpecifierSet(text), InvalidSpecifier)
        rows.append([text] if parsed is None else [text, str(parsed)])
    return rows


def record_contains(real):
    pool = unique(
        """0.dev0 0 0a0 0.0.post0 1 1.0 1.0.0 1.0.dev0 1.0.dev1 1.0.dev1+l 1.0.dev2 1.0a1 1.0a1.dev1 1.0a1.dev2 1.0a1.post0 1.0a1.post1 1.0a1.post1.dev1 1.0a1.post2.dev0 1.0a2 1.0a2+local 1.0b1 1.0rc1 1.0rc1.dev2 1.0rc1.post0 1.0rc1.post0.dev3 1.0rc2
1.0+local 1.0+1 1.0+abc.1 1.0+abc.2 1.0+10 1.0+local.1 1.0.0+local 1.0.post0 1.0.post0.dev0 1.0.post1 1.0.post1.dev0 1.0.post1.dev1 1.0.post1+local 1.0.post2 1.0.post2.dev0 1.0.1 1.0.1.dev0 1.0.1a1 1.1 1.1.dev0 1.1rc1 1.1.post1 1.4.5 1.4.6 1.5 1.5.1 1.9 1.99999999999999999999 1.99999999999999999998
2 2.0.dev0 2.0rc1 2.0 2.0.1 2.0.post1 2.0+cu118 2.1 2.2 2.2.0 2.2.1.dev0 2.3 3.0.0a7 3.0.0a8 3.0.0a8+x 3.0.0a9 3.0 3.5 3.6 3.6.1 3.7.4 3.8 3.9.7 3.10.0 3.11.7 3.12.1 3.13.0a2 3.14 4 4.0.dev0 1!0 1!1.0 1!2.0 1!2.0.post1 2!1.0.0.0.0 2!1.0 2!1.1.dev0 9007199254740991 9007199254740992 9007199254740993 9007199254740993.5""".split()
    )
    dice.shuffle(pool)
    versions = [Version(text) for text in pool]
    inputs = [text for text in TRAPS_SPECIFIER if attempt(lambda: SpecifierSet(text), InvalidSpecifier)[0] is not None]
    inputs += [any_set() for _ in range(330)] + dice.sample(real, 60)
    rows = []
    for text in unique(inputs):
        parsed, _ = attempt(lambda: SpecifierSet(text), InvalidSpecifier)
        if parsed is None:
            continue
        digits = ""
        for version in versions:
            answers = [parsed.contains(version, prereleases=mode) for mode in (None, True, False)]
            digits += str(sum(answer << index for index, answer in enumerate(answers)))
        rows.append([text, digits])
    filters = []
    for text, _ in rows:
        parsed = SpecifierSet(text)
        chosen = sorted(dice.sample(range(len(pool)), dice.choice([1, 2, 4, 12, 25])), key=lambda _: dice.random())
        ordered = [[versions.index(v) for v in parsed.filter([versions[i] for i in chosen], prereleases=mode)] for mode in (None, True, False)]
        filters.append([text, chosen, *ordered])
    return pool, rows, filters


# ---------------------------------------------------------------- names, files

NAMES = ["Foo", "foo-bar", "foo_bar", "foo.bar", "foo--bar", "foo-_.bar", "FOO..BAR", "-a-", "_x", "zope.interface", "ruamel.yaml", "a", "", "Éa", "a__b", "backports.zoneinfo", "x-", "1", "-", "A_-.B"]

WHEELS = [
    "foo-1.0-py3-none-any.whl", "foo_bar-1.0-py2.py3-none-any.whl", "Foo.Bar-1.0-1-py3-none-any.whl", "foo-1.0-1build-py3-none-any.whl", "foo-1.0-0042_x-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    "foo-1.0-cp36.cp37-abi3.none-win_amd64.macosx_10_9_x86_64.whl", "foo-1.0.whl", "foo-1.0-py3-none.whl", "foo-1.0-a-b-py3-none-any.whl", "foo__bar-1.0-py3-none-any.whl", "foo-bar-1.0-py3-none-any.whl", "foo-x.y-py3-none-any.whl", "foo-1.0-build-py3-none-any.whl",
    "foo-1.0-py3-none-any.zip", "foo-1.0-py3-none-any.WHL", "-1.0-py3-none-any.whl", "foo-1.0--none-any.whl", "foo-1.0-py3--any.whl", "foo-1.0-py3-none-.whl", "foo-1.0-py3..py2-none-any.whl", "foo-1.0-3py-none-any.whl", "foo-1.0-PY3-NONE-Any.whl", "fo+o-1.0-py3-none-any.whl",
    "föö-1.0-py3-none-any.whl", "foo-1.0_1-py3-none-any.whl", "foo-1_0-py3-none-any.whl", "foo-1.0+local.1-py3-none-any.whl", "foo-1!1.0-py3-none-any.whl", "foo-v1.0-py3-none-any.whl", "foo-01.0-py3-none-any.whl", "foo-1.0-99999999999999999999-py3-none-any.whl", " foo-1.0-py3-none-any.whl", "foo.-1.0-py3-none-any.whl", "foo-1.0-py3-none-any.whl ", "a'b-1.0-py3-none-any.whl", "foo-1.0-1\n-py3-none-any.whl",
]
SDISTS = ["foo-1.0.tar.gz", "foo-bar-1.0.tar.gz", "foo_bar-1.0.zip", "foo-1.0.tar.bz2", "foo.tar.gz", "-1.0.tar.gz", "foo-.tar.gz", "foo-x.tar.gz", "foo-1.0-1.tar.gz", "foo-1.0.post1.tar.gz", "Foo.Bar_baz-2.0rc1.zip", "foo-1.0.TAR.GZ", "foo-1.0+x.tar.gz", "foo--1.0.tar.gz", "föö-1.zip", ".tar.gz", "foo-1.0.tgz", "pytz-2004d.tar.gz"]


def record_wheels(real):
    rows = []
    for name in unique(WHEELS + [spoil(dice.choice(WHEELS[:6] + real)) for _ in range(120)] + real):
        parsed, error = attempt(lambda: parse_wheel_filename(name), InvalidWheelFilename)
        if parsed is None:
            rows.append([name, error])
        else:
            project, version, build, found = parsed
            rows.append([name, project, str(version), [str(part) for part in build], sorted(map(str, found))])
    return rows


def record_sdists(real):
    rows = []
    for name in unique(SDISTS + [spoil(dice.choice(SDISTS[:3] + real)) for _ in range(60)] + real):
        parsed, error = attempt(lambda: parse_sdist_filename(name), InvalidSdistFilename)
        rows.append([name, error] if parsed is None else [name, parsed[0], str(parsed[1])])
    return rows


# ---------------------------------------------------------------- requirements, markers

TRAPS_REQUIREMENT = [
    "numpy", "numpy ", " numpy", "\tnumpy", "numpy\n", "", " ", "numpy>=1", "numpy >=1", "numpy>=1,<2", "numpy >= 1 , < 2", "numpy (>=1)", "numpy(>=1,<2)", "numpy ( >=1 )", "numpy ()", "numpy (", "numpy (>=1", "numpy >=1)", "numpy (1.0)",
    "numpy 1.0", "numpy=1.0", "numpy=>1", "numpy><1", "numpy>=1.*", "numpy==1.0a1.*", "numpy~=1.*", "numpy==1.*", "numpy!=1.*", "numpy==1.0+a.*", "numpy===1.*", "numpy>=1.0+cu1", "numpy<1+x", "numpy~=1", "numpy>=1,", "numpy>=1,,<2", "numpy,>=1", "numpy>=1 <2", "numpy>=", "numpy>=a", "numpy===anything goes", "numpy===a,b", "numpy===1;python_version<'3'", "numpy=== 1",
    "x[a]", "x[a,b]", "x[b,a]>=1", "x[]", "x[ ]", "x[a b]", "x[a,]", "x[,a]", "x[a", "x[a,b", "x [a]", "x[ a , b ] >= 1", "x[A_b]", "x[a][b]", "x]", "x[a-]", "x[-a]", "x[a.b]", "x[a]>=1;extra=='B_c'", "x[a,a]",
    "x @ https://h/x.whl", "x@https://h/x", "x @https://h", "x@", "x @ ", "x @ https://h; os_name=='a'", "x @ https://h ; os_name=='a'", "x @ https://h ;", "x @ https://h #egg=y", "x @ https://h  ", "x[a] @ git+https://h/r@main#egg=x ; python_version<'3'", "x>=1 @ https://h", "x @ file:///a b",
    "x; python_version<'3'", "x;python_version<'3' ", "x ;", "x;;", "x; python_version", "x; python_version <", "x; python_version < 3", "x; 'a'", "x; '3' < python_version", "x; python_version < '3' and", "x; python_version < '3' or os_name", "x; (python_version < '3'", "x; python_version < '3')", "x; ((python_version < '3'))",
    "x; python_version not '3'", "x; python_version notin '3'", "x; python_version not  in '3'", "x; python_version in '3'", "x; python_version is '3'", "x; python_version <> '3'", "x; python_version = '3'", "x; python_version => '3'", "x; unknown == '1'", "x; python_versions == '1'", "x; os.name == 'a' and sys.platform == \"b\"", "x; platform.python_implementation=='C' and python_implementation == 'C'", "x; platform.version=='1' or platform.machine == '2'",
    "x; os_name == 'a\"b'", "x; os_name == 'a\\'b'", "x; os_name == 'a\\nb'", "x; os_name == '\\x41\\u0042\\103\\z'", "x; os_name == '\\x4'", "x; os_name == 'a", "x; os_name == \"a'", "x; os_name == 'é'", "x; os_name == '\\'", "x; extra == 'Foo.Bar' or 'A__b' == extra", "x; 'Foo_x' in extras and 'B.b' in dependency_groups", "x; extras == 'a'", "x; os_name == 'a' and(os_name == 'b')or os_name=='c'", "x; os_name == 'a'and os_name == 'b'", "x; os_name == 'a' AND os_name == 'b'",
    "-e .", "./x", "x.whl", "http://h/x", "x#y", "x # comment", "x>=1 # c", "é", "xé", "x-é", "x.", "x-", "_x", ".x", "-x", "1", "1x", "x..y", "x\u00a0>=1", "x\u3000", "x>=1\u00a0", "x>=\u00a01", "x\r\n", "x>=1\n,<2", "x;\nos_name=='a'", "numpy>=1.0.dev", "numpy>=1.0-1", "numpy>=v1", "numpy>=1!2", "numpy != 1.0 , == 1.0.0 , ==1.0", "requests [security] >= 2.8.1, == 2.8.* ; python_version < '2.7'", "name@http://foo.com", "torch==2.1.0+cu118", "tensorflow-gpu>=1.19.*", "a;python_version>='3.8' and (python_version<'3.12' or (sys_platform=='win32' and (platform_machine=='x86')))", "😀", "x😀>=1", "x ; os_name == '😀' z",
]
VARIABLES = ["python_version", "python_full_version", "os_name", "sys_platform", "platform_release", "platform_system", "platform_version", "platform_machine", "platform_python_implementation", "implementation_name", "implementation_version", "extra", "python_implementation", "os.name", "sys.platform"]
VALUES = ["3", "3.8", "3.10", "3.11", "3.12.1", "3.*", "2.7", "3.9, 3.10", "linux", "win32", "darwin", "Linux", "Windows", "x86_64", "AMD64", "arm64", "cpython", "CPython", "posix", "nt", "", "test", "Test_A", "6.1.0", "23", "10", "lin", "3.11.0rc1", "a b", "it's"]


def any_comparison():
    name = dice.choice(VARIABLES)
    operator = dice.choice(["==", "!=", "<", "<=", ">", ">=", "in", "not in", "==", "<", ">="] + ["~=", "==="][: dice.choice([0, 0, 2])])
    value = dice.choice(VALUES[:9] if name.startswith("python") and dice.random() < 0.8 else VALUES)
    quoted = f'"{value}"' if "'" in value or dice.random() < 0.5 else f"'{value}'"
    left, right = (name, quoted) if dice.random() < 0.85 else (quoted, name)
    space = dice.choice(["", " "]) if operator[0] not in "in" else " "
    return left + space + operator + space + right


def any_marker(depth=0):
    parts = []
    for index in range(dice.choice([1, 1, 2, 2, 3])):
        if index:
            parts.append(dice.choice(["and", "or"]))
        nested = depth < 3 and dice.random() < 0.25
        parts.append(f"({any_marker(depth + 1)})" if nested else any_comparison())
    return " ".join(parts)


ENVIRONMENTS = [
    {"implementation_name": "cpython", "implementation_version": "3.12.1", "os_name": "posix", "platform_machine": "x86_64", "platform_release": "6.1.0-28-amd64", "platform_system": "Linux", "platform_version": "#1 SMP", "python_full_version": "3.12.1", "platform_python_implementation": "CPython", "python_version": "3.12", "sys_platform": "linux"},
    {"implementation_name": "cpython", "implementation_version": "3.8.20", "os_name": "nt", "platform_machine": "AMD64", "platform_release": "10", "platform_system": "Windows", "platform_version": "10.0.22631", "python_full_version": "3.8.20", "platform_python_implementation": "CPython", "python_version": "3.8", "sys_platform": "win32"},
    {"implementation_name": "cpython", "implementation_version": "3.14.0a1", "os_name": "posix", "platform_machine": "arm64", "platform_release": "23.6.0", "platform_system": "Darwin", "platform_version": "Darwin Kernel Version 23.6.0", "python_full_version": "3.14.0a1+", "platform_python_implementation": "CPython", "python_version": "3.14", "sys_platform": "darwin"},
    {"implementation_name": "pypy", "implementation_version": "7.3.13", "os_name": "posix", "platform_machine": "", "platform_release": "6.1.0", "platform_system": "Linux", "platform_version": "1", "python_full_version": "3.10.13", "platform_python_implementation": "PyPy", "python_version": "3.10", "sys_platform": "linux"},
]
EXTRAS = ["", "test", "Test_A"]


def evaluate(marker):
    digits = ""
    for environment in ENVIRONMENTS:
        for extra in EXTRAS:
            try:
                digits += "01"[marker.evaluate({**environment, "extra": extra})]
            except UndefinedComparison:
                digits += "c"
            except UndefinedEnvironmentName:
                digits += "n"
    return digits


def evaluate_lock(marker):
    try:
        return "01"[marker.evaluate({**ENVIRONMENTS[0], "extras": {"Foo.x", "b"}, "dependency_groups": set()}, context="lock_file")]
    except UndefinedComparison:
        return "c"
    except UndefinedEnvironmentName:
        return "n"


def text_of(marker):
    try:
        return str(marker)
    except ValueError:  # a value with both quotes cannot be written
        return None


def record_requirements(real):
    inputs = TRAPS_REQUIREMENT + real + [spoil(dice.choice(real + TRAPS_REQUIREMENT)) for _ in range(500)]
    rows = []
    for text in unique(inputs):
        parsed, error = attempt(lambda: Requirement(text), InvalidRequirement)
        if parsed is None:
            rows.append([text, error])
        else:
            written = text_of(parsed)
            if written is not None:
                rows.append([text, written, parsed.name, canonicalize_name(parsed.name), sorted(parsed.extras), parsed.url])
    return rows


def record_markers(real):
    traps = [text.split(";", 1)[1] for text in TRAPS_REQUIREMENT if ";" in text]
    traps += ["'a' == 'a'", "os_name == sys_platform", "'3.8' <= python_version", "'3.*' == python_version", "python_version == '3.*'", "python_version ~= '3.8'", "os_name ~= 'a'", "os_name === 'posix'", "extras in 'a'", "'foo-X' in extras", "'foo-X' not in extras", "'x' not in dependency_groups", "'x' == extras", "'x' != extras", "'x' ~= extras", "extra in 'test,b'", "'tes' in extra", "platform_release >= '6'", "platform_release >= '6.1.0-28-amd64'", "python_full_version < '3.14.0a1+local'", "(os_name == 'posix')", "((os_name == 'posix') and (os_name == 'nt' or sys_platform == 'linux'))", "python_version in '3.8 3.12'", "python_version === '3.12'", "python_version == '3.12.0'", "python_version < 'abc'", "python_version >= ''", ""]
    inputs = traps + real + [any_marker() for _ in range(330)] + [spoil(any_marker()) for _ in range(200)]
    rows = []
    for text in unique(inputs):
        parsed, error = attempt(lambda: Marker(text), InvalidMarker)
        if parsed is None:
            rows.append([text, error])
        elif (written := text_of(parsed)) is not None:
            rows.append([text, written, evaluate(parsed) + evaluate_lock(parsed)])
    return rows


# ---------------------------------------------------------------- tags


def platforms_of(name, system):
    if name.startswith("osx"):
        return list(tags.mac_platforms(system, "arm64" if name == "osx-arm64" else "x86_64"))
    if name.startswith("win"):
        return ["win_amd64"]
    arch = "aarch64" if name.endswith("aarch64") else "x86_64"
    musl = name.startswith("musl")
    tags.sysconfig.get_platform = lambda: f"linux-{arch}"
    _manylinux._have_compatible_abi = lambda executable, archs: True
    _manylinux._get_glibc_version = lambda: _manylinux._GLibCVersion(*((-1, -1) if musl else system))
    _musllinux._get_musl_version = lambda executable: _musllinux._MuslVersion(*system) if musl else None
    return list(tags._linux_platforms(is_32bit=False))


def record_tags():
    systems = {"linux-64": (2, 36), "linux-aarch64": (2, 36), "musl-64": (1, 2), "musl-aarch64": (1, 2), "win-64": (0, 0), "osx-64": (14, 0), "osx-arm64": (14, 0)}
    wanted = [(minor, name, system) for minor in range(8, 16) for name, system in systems.items()]
    wanted += [(11, "linux-64", (2, 17)), (11, "linux-64", (2, 4)), (11, "linux-aarch64", (2, 17)), (11, "osx-64", (10, 15)), (11, "osx-arm64", (11, 0)), (12, "osx-64", (15, 3)), (10, "musl-64", (1, 1))]
    lists, rows = [], []
    for minor, name, system in wanted:
        platforms = platforms_of(name, system)
        interpreter = f"cp3{minor}"
        found = [*tags.cpython_tags((3, minor), [interpreter], platforms), *tags.compatible_tags((3, minor), interpreter, platforms)]
        # Runs of the same python-abi, each with the index of its list of platforms.
        runs = []
        for tag in found:
            pair = f"{tag.interpreter}-{tag.abi}"
            if not runs or runs[-1][0] != pair:
                runs.append((pair, []))
            runs[-1][1].append(tag.platform)
        packed = []
        for pair, each in runs:
            if each not in lists:
                lists.append(each)
            packed.append(f"{pair} {lists.index(each)}")
        default = systems[name] == system
        rows.append([f"3.{minor}.1", name, None if default else system, packed])
    return {"platforms": lists, "targets": rows}


# ---------------------------------------------------------------- real text


def real_text(options):
    wheels = json.loads(pathlib.Path(options.wheels).read_text())
    requires, pythons, filenames, sdists, versions = set(), set(), set(), set(), set()
    for wheel in wheels:
        requires.update(wheel["requires_dist"] or [])
        pythons.add(wheel["requires_python"] or "")
        filenames.add(wheel["filename"])
    for path in sorted(pathlib.Path(options.metadata).rglob("*.metadata"))[::9]:
        for line in path.read_text("utf-8", "replace").split("\n\n", 1)[0].splitlines():
            if line.startswith("Requires-Dist: "):
                requires.add(line.removeprefix("Requires-Dist: "))
    for path in sorted(pathlib.Path(options.pages).glob("*.json"))[::7]:
        page = json.loads(path.read_text())
        versions.update(page.get("versions", []))
        for file in page["files"]:
            pythons.add(file.get("requires-python") or "")
            if dice.random() < 0.02 or "-" not in file["filename"]:
                (filenames if file["filename"].endswith(".whl") else sdists).add(file["filename"])
    odd = [text for text in sorted(requires) if "(" in text.split(";")[0] or attempt(lambda: Requirement(text), InvalidRequirement)[0] is None]
    short = [text for text in sorted(requires) if len(text) < 120]
    markers = sorted({text.split(";", 1)[1].strip() for text in short if ";" in text})
    bad = [text for text in sorted(versions) if attempt(lambda: Version(text), InvalidVersion)[0] is None]
    bad_pythons = [text for text in sorted(pythons) if attempt(lambda: SpecifierSet(text), InvalidSpecifier)[0] is None]

    def sample(items, count):
        return dice.sample(items, min(count, len(items)))

    return {
        "requires": unique(sample(odd, 160) + sample(short, 560)),
        "pythons": unique(bad_pythons[:40] + sample(sorted(pythons), 120)),
        "markers": sample(markers, 170),
        "wheels": sample(sorted(filenames), 150),
        "sdists": sample(sorted(sdists), 90),
        "versions": unique(bad[:40] + sample(sorted(versions), 150)),
    }


def main():
    assert packaging.__version__ == "26.3", packaging.__version__
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--wheels", "--metadata", "--pages"):
        parser.add_argument(name, required=True)
    real = real_text(parser.parse_args())
    pool, contains, filters = record_contains(real["pythons"])
    groups = {
        "versions": record_versions(real["versions"]),
        "order": record_order(real["versions"]),
        "specifiers": record_specifiers(real["pythons"]),
        "contains": contains,
        "filter": filters,
        "names": [[name, canonicalize_name(name)] for name in NAMES],
        "wheels": record_wheels(real["wheels"]),
        "sdists": record_sdists(real["sdists"]),
        "requirements": record_requirements(real["requires"]),
        "markers": record_markers(real["markers"]),
    }
    print("{")
    print(f' "packaging": {json.dumps(packaging.__version__)},')
    for name, value in {"pool": pool, "environments": ENVIRONMENTS, "extras": EXTRAS, "tags": record_tags()}.items():
        print(f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)},")
    for index, (name, rows) in enumerate(groups.items()):
        print(f" {json.dumps(name)}: [")
        print(",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows))
        print(" ]" + ("," if index + 1 < len(groups) else ""))
        print(name, len(rows), file=sys.stderr)
    print("}")


main()
