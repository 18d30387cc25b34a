"""Record what PyPA packaging 26.3 answers, for ../../packaging.test.ts to replay.

    PYTHONPATH=packaging-26.3-py3-none-any.whl python3 packaging \
        --wheels WHEELS.json --metadata DIR --pages DIR > ../packaging.json

WHEELS.json is a list of objects with requires_dist, requires_python and filename; --metadata is a
tree of METADATA documents and --pages a folder of PEP 691 pages: real text, of which a sample is
kept. Everything else is made here from one seed.
"""

import argparse
import json
import pathlib
import sys

from files import record_sdists, record_tags, record_wheels
from generate import attempt, dice, unique
from requirements import ENVIRONMENTS, EXTRAS, record_markers, record_requirements
from traps import NAMES
from versions import record_contains, record_order, record_specifiers, record_versions

import packaging
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version


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
