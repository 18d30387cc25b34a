"""Which file the real pip picks for each machine of the lab `which-wheel`, as JSON on stdout.

Run with pip 26.3 on the path and a network:  PYTHONPATH=pip-26.3-py3-none-any.whl python3 tag_files.py
Asks pip's own finder on PyPI; nothing is downloaded but two project pages. The platforms of a machine
are listed by packaging (macOS) or spelled out from the PEPs (600, 656), never by our own code.
"""

import json
import sys

from pip import __version__
from pip._internal.index.collector import LinkCollector
from pip._internal.index.package_finder import PackageFinder
from pip._internal.models.search_scope import SearchScope
from pip._internal.models.selection_prefs import SelectionPreferences
from pip._internal.models.target_python import TargetPython
from pip._internal.network.session import PipSession
from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.tags import mac_platforms

LEGACY = {17: "manylinux2014", 12: "manylinux2010", 5: "manylinux1"}


def glibc(arch, newest, oldest):
    yield f"linux_{arch}"
    for minor in range(newest, oldest - 1, -1):
        yield f"manylinux_2_{minor}_{arch}"
        if minor in LEGACY:
            yield f"{LEGACY[minor]}_{arch}"


def musl(arch, newest):
    yield f"linux_{arch}"
    for minor in range(newest, -1, -1):
        yield f"musllinux_1_{minor}_{arch}"


MACHINES = {
    "ubuntu": glibc("x86_64", 39, 5),
    "windows": ["win_amd64"],
    "mac": mac_platforms((14, 0), "arm64"),
    "rosetta": mac_platforms((14, 0), "x86_64"),
    "alpine": musl("x86_64", 2),
    "raspberry-64": glibc("aarch64", 36, 17),
    "raspberry-32": glibc("armv7l", 36, 17),
    "cluster": glibc("x86_64", 17, 5),
}
PYTHONS = ["3.10", "3.11", "3.12", "3.13", "3.14"]
REQUIREMENTS = [
    "tensorflow==2.13.0",
    "tensorflow==2.17.0",
    "tensorflow==2.21.0",
    "tensorflow",
    "keras==3.15.1",
]

session = PipSession()
scope = SearchScope.create(find_links=[], index_urls=["https://pypi.org/simple"], no_index=False)
picked = {}
for machine, platforms in MACHINES.items():
    platforms = list(platforms)
    for python in PYTHONS:
        version = (*map(int, python.split(".")), 0)
        target = TargetPython(platforms=platforms, py_version_info=version, implementation="cp")
        finder = PackageFinder.create(
            link_collector=LinkCollector(session=session, search_scope=scope),
            selection_prefs=SelectionPreferences(allow_yanked=False, ignore_requires_python=False),
            target_python=target,
        )
        for text in REQUIREMENTS:
            wanted = Requirement(text)
            best = finder.find_best_candidate(wanted.name, specifier=wanted.specifier).best_candidate
            picked[f"{machine} {python} {text}"] = best.link.filename if best else ""
    print(machine, file=sys.stderr)

json.dump({"pip": __version__, "picked": picked}, sys.stdout, indent=1)
print()
