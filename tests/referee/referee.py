"""Asks the real pip one question at a time: what it pins, which steps it takes, what it prints.

Runs in Pyodide, and on any CPython that can import pip.

`ask(json)` builds the question's universe as stub wheels in a directory, runs `pip install --dry-run` on it for the
question's target, and returns {"rc", "pins", "events", "output", "milliseconds"} as JSON.
"""

import contextlib
import io
import json
import logging
import os
import shutil
import sys
import time
import types

# urllib3 hooks itself to the page's `js` when it is imported on emscripten, which a memory snapshot does not survive.
_emscripten = types.ModuleType("pip._vendor.urllib3.contrib.emscripten")
_emscripten.inject_into_urllib3 = lambda *args, **kwargs: None
sys.modules["pip._vendor.urllib3.contrib.emscripten"] = _emscripten

os.environ.update(
    PIP_CONFIG_FILE="/dev/null", PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1", PIP_NO_COLOR="1"
)
os.environ["PIP_ROOT_USER_ACTION"] = "ignore"

import pip  # noqa: E402
import pip._internal.cli.cmdoptions as cmdoptions  # noqa: E402
import pip._internal.commands.install  # noqa: E402,F401
import pip._internal.metadata.importlib  # noqa: E402,F401
import pip._internal.models.target_python as target_python  # noqa: E402
import pip._vendor.packaging._manylinux as manylinux  # noqa: E402
import pip._vendor.packaging.markers as markers  # noqa: E402
import pip._vendor.packaging.tags as packaging_tags  # noqa: E402
from pip._internal.commands import create_command  # noqa: E402
from pip._internal.network.session import PipSession  # noqa: E402
from pip._internal.resolution.resolvelib import resolver as pip_resolver  # noqa: E402
from pip._internal.resolution.resolvelib.reporter import PipReporter  # noqa: E402

UNIVERSES = os.environ.get("REFEREE_UNIVERSES", "/universe")
EVENTS = []
LIMIT = {"events": 0}


class TooLong(BaseException):
    """More events than the question allows: wasm has no alarm, so the run is bounded by what it does."""


def event(*what):
    EVENTS.append(list(what))
    if len(EVENTS) > LIMIT["events"]:
        raise TooLong


def words_of(requirement):
    try:
        return requirement.format_for_error()
    except Exception:
        return str(requirement)


def named(candidate):
    return f"{candidate.name}=={candidate.version}" if candidate else None


class Recorder(PipReporter):
    """Writes down what resolvelib reports, and lets pip print what it always prints."""

    def starting(self):
        event("starting")
        super().starting()

    def starting_round(self, index):
        event("round", index)
        super().starting_round(index)

    def ending_round(self, index, state):
        event("end_round", index)
        super().ending_round(index, state)

    def ending(self, state):
        event("ending", {k: str(v.version) for k, v in state.mapping.items() if k})
        super().ending(state)

    def adding_requirement(self, requirement, parent):
        event("add", words_of(requirement), requirement.name, named(parent))
        super().adding_requirement(requirement, parent)

    def resolving_conflicts(self, causes):
        event("conflict", [[words_of(c.requirement), c.requirement.name, named(c.parent)] for c in causes])
        super().resolving_conflicts(causes)

    def rejecting_candidate(self, criterion, candidate):
        event("reject", named(candidate))
        super().rejecting_candidate(criterion, candidate)

    def backtracking(self, candidate):
        event("backtrack", named(candidate))
        super().backtracking(candidate)

    def pinning(self, candidate):
        event("pin", named(candidate))
        super().pinning(candidate)


pip_resolver.PipReporter = Recorder

# ---- the target: another machine than the wasm one that runs

ENVIRONMENT = {}
markers.default_environment = lambda: dict(ENVIRONMENT)

_supported = target_python.get_supported
_tags = {}


def remembered_tags(version=None, platforms=None, impl=None, abis=None):
    key = (version, tuple(platforms or ()), impl, tuple(abis or ()))
    if key not in _tags:
        _tags[key] = _supported(version=version, platforms=platforms, impl=impl, abis=abis)
    return _tags[key]


target_python.get_supported = remembered_tags

# pip wants --only-binary :all: beside a foreign target, which would hide sdists from what it prints.
cmdoptions.check_dist_restriction = lambda *args, **kwargs: None


def platforms_of(target):
    """The platform tags of the target's machine, computed by packaging's own code, most specific first."""
    system, version, arch = target["system"], tuple(target["systemVersion"]), target["arch"]
    if system == "windows":
        return [arch]
    if system == "macos":
        return list(packaging_tags.mac_platforms(version, arch))
    if system == "musl":
        return [f"musllinux_{version[0]}_{n}_{arch}" for n in range(version[1], -1, -1)] + [f"linux_{arch}"]
    was = manylinux._get_glibc_version, manylinux._is_compatible, manylinux._have_compatible_abi
    manylinux._get_glibc_version = lambda: version
    manylinux._is_compatible = lambda *_: True
    manylinux._have_compatible_abi = lambda *_: True
    try:
        return [*manylinux.platform_tags([arch]), f"linux_{arch}"]
    finally:
        manylinux._get_glibc_version, manylinux._is_compatible, manylinux._have_compatible_abi = was


_flags = {}


def target_flags(target):
    key = json.dumps(target, sort_keys=True)
    if key not in _flags:
        flags = ["--python-version", target["python"], "--implementation", "cp"]
        for platform in platforms_of(target):
            flags += ["--platform", platform]
        _flags[key] = flags
    return _flags[key]


# ---- the index: a folder of stub wheels, or pages that answer in the place of the network


def offer(universe, index):
    DOCUMENTS.clear()
    for name, releases in universe.items():
        files = [
            (wheel_name(name, version, tag), metadata_of(name, version, release), release)
            for version, release in releases.items()
            for tag in release.get("tags") or ["py3-none-any"]
        ]
        if index is SIMPLE_INDEX:
            put_page(name, files)
        else:
            for file, metadata, _ in files:
                write_wheel(f"{index}/{file}", metadata)


_session = PipSession.__init__


def with_documents(self, *args, **kwargs):
    _session(self, *args, **kwargs)
    self.mount(ORIGIN, document_adapter())


PipSession.__init__ = with_documents

# ---- one question

_asked = 0


def install(arguments):
    """The exit code of `pip install …` and everything it printed, on both streams in order."""
    printed = io.StringIO()
    logging.getLogger().handlers.clear()
    command = create_command("install", isolated=True)
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            code = command.main(arguments)
        except SystemExit as stopped:
            code = stopped.code
        except TooLong:
            code = "too-long"
    return ("too-long" if len(EVENTS) > LIMIT["events"] else code), printed.getvalue()


def ask(text):
    global _asked
    question = json.loads(text)
    _asked += 1  # a directory of its own for each question: pip remembers links by their address
    directory = f"{UNIVERSES}/{_asked}"
    os.makedirs(directory)
    index = SIMPLE_INDEX if question["index"] == "simple" else directory
    offer(question["universe"], index)
    os.makedirs(f"{directory}.work")
    os.chdir(f"{directory}.work")  # beside the wheels, whose paths pip would shorten if they were below
    EVENTS.clear()
    LIMIT["events"] = question["mostEvents"]
    ENVIRONMENT.clear()
    ENVIRONMENT.update(question["environment"])
    report = f"{directory}.json"
    arguments = ["--isolated", "--dry-run", "--ignore-installed", "--no-cache-dir"]
    arguments += ["--progress-bar", "off", "--report", report]
    arguments += ["--index-url", index] if index is SIMPLE_INDEX else ["--no-index", "--find-links", index]
    arguments += [*target_flags(question["target"]), *question["words"], *question["request"]]
    for flag, lines in (("-c", question["constraints"]), ("-r", question["requirements"])):
        if lines:
            file = "constraints.txt" if flag == "-c" else "requirements.txt"
            with open(file, "w") as written:
                written.write("".join(f"{line}\n" for line in lines))
            arguments += [flag, file]
    started = time.perf_counter()
    code, output = install(arguments)
    spent = (time.perf_counter() - started) * 1000
    pins = None
    if os.path.exists(report):
        with open(report) as file:
            installed = [item["metadata"] for item in json.load(file)["install"]]
        pins = {item["name"]: item["version"] for item in installed}
        os.unlink(report)
    os.chdir("/")
    shutil.rmtree(directory)
    shutil.rmtree(f"{directory}.work")
    answer = {"rc": code, "pins": pins, "events": EVENTS, "output": output, "milliseconds": spent}
    return json.dumps(answer, separators=(",", ":")).replace(directory, "$WHEELS")


VERSION = pip.__version__
