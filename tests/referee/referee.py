"""Asks the real pip one question at a time: what it pins, which steps it takes, what it prints.

Runs in Pyodide, and on any CPython that can import pip.

`ask(json)` builds the question's universe as stub wheels in directories or as pages of indexes, puts what is installed
into an environment, runs `pip install --dry-run` with the question's words and files for its target, and returns
{"rc", "pins", "events", "output", "milliseconds"} as JSON.
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
import pip._internal.commands.install  # noqa: E402,F401
import pip._internal.metadata.importlib as importlib_metadata  # noqa: E402
from pip._internal.commands import create_command  # noqa: E402
from pip._internal.network.session import PipSession  # noqa: E402
from pip._internal.resolution.resolvelib import resolver as pip_resolver  # noqa: E402
from pip._internal.resolution.resolvelib.reporter import PipReporter  # noqa: E402
from pip._internal.utils.deprecation import install_warning_logger  # noqa: E402

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

# ---- the indexes: folders of stub wheels, or pages that answer in the place of the network


def files_of(name, releases):
    return [
        (file_name(name, version, tag), metadata_of(name, version, release), release)
        for version, release in releases.items()
        for tag in release.get("tags") or ["py3-none-any"]
    ]


def offer(universe, place, index, with_hashes):
    """Puts on an index, or into a folder, what the universe has in this place: `first` or `second`."""
    for name, releases in universe.items():
        here = {
            version: release
            for version, release in releases.items()
            if release.get("place", "first") in (place, "both")
        }
        files = files_of(name, here)
        if index.startswith(ORIGIN):
            if files or place == "first":
                put_page(index, name, files, with_hashes)
        else:
            for file, metadata, _ in files:
                write_wheel(f"{index}/{file}", metadata)


_session = PipSession.__init__


def with_documents(self, *args, **kwargs):
    _session(self, *args, **kwargs)
    self.mount(ORIGIN, document_adapter())


PipSession.__init__ = with_documents

# ---- the environment: what is installed there, and nothing that this Python has

_environment = []
importlib_metadata.Environment.default = classmethod(lambda kind: kind(_environment))


def installed(environment, question):
    for name, version in question["installed"]:
        metadata = metadata_of(name, version, question["universe"][name][version])
        write_installed(environment, name, version, metadata)


# ---- one question

_asked = 0


def install(arguments):
    """The exit code of `pip install …` and everything it printed, on both streams in order."""
    printed = io.StringIO()
    install_warning_logger()  # as for every run: what was said before may be said again
    logging.getLogger().handlers.clear()
    command = create_command("install", isolated=True)
    command.parser.defaults["dependency_groups"] = []  # pip has one list for all its life
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            code = command.main(arguments)
        except SystemExit as stopped:
            code = stopped.code
        except TooLong:
            code = "too-long"
    return ("too-long" if len(EVENTS) > LIMIT["events"] else code), printed.getvalue()


def hashes_of(universe):
    """What stands for the hash of a file in the texts of a question, and the hash."""
    files = [file for name, releases in universe.items() for file in files_of(name, releases)]
    return {f"{{{file.lower()}}}": hashlib.sha256(wheel_bytes(file, metadata)).hexdigest() for file, metadata, _ in files}


def ask(text):
    global _asked
    question = json.loads(text)
    universe = question["universe"]
    _asked += 1  # directories of its own for each question: pip remembers links by their address
    base = f"{UNIVERSES}/{_asked}"
    places = {f"${place.upper()}": f"{base}.{place}" for place in ("dir", "env", "wheels", "second")}
    for directory in places.values():
        os.makedirs(directory)
    os.chdir(places["$DIR"])  # beside the wheels, whose paths pip would shorten if they were below
    with_hashes = question["withHashes"]
    hashes = hashes_of(universe) if with_hashes else {}
    put_in = places | hashes
    DOCUMENTS.clear()
    indexes = []
    for place, kind in (("first", question["index"]), ("second", question["second"])):
        if kind:
            folder, pages = ("$WHEELS", SIMPLE_INDEX) if place == "first" else ("$SECOND", SECOND_INDEX)
            indexes.append(pages if kind == "simple" else places[folder])
            offer(universe, place, indexes[-1], with_hashes)
    _environment[:] = [places["$ENV"]]
    installed(places["$ENV"], question)
    EVENTS.clear()
    LIMIT["events"] = question["mostEvents"]
    ENVIRONMENT.clear()
    ENVIRONMENT.update(question["environment"])
    report = f"{base}.json"
    arguments = ["--isolated", "--dry-run", "--no-cache-dir", "--progress-bar", "off", "--report", report]
    arguments += index_flags(indexes) + target_flags(question["target"])
    arguments += [replaced(word, put_in) for word in question["words"]]
    for file, content in question["files"].items():
        os.makedirs(os.path.dirname(file) or ".", exist_ok=True)
        with open(file, "w") as written:
            written.write(replaced(content, put_in))
    started = time.perf_counter()
    code, output = install(arguments)
    spent = (time.perf_counter() - started) * 1000
    pins = None
    if os.path.exists(report):
        with open(report) as file:
            chosen = [item["metadata"] for item in json.load(file)["install"]]
        pins = {item["name"]: item["version"] for item in chosen}
        os.unlink(report)
    os.chdir("/")
    for directory in places.values():
        shutil.rmtree(directory)
    answer = {"rc": code, "pins": pins, "events": EVENTS, "output": output, "milliseconds": spent}
    text = json.dumps(answer, separators=(",", ":"))
    return replaced(text, {real: written for written, real in put_in.items()})


def index_flags(indexes):
    pages = [index for index in indexes if index.startswith(ORIGIN)]
    folders = [index for index in indexes if not index.startswith(ORIGIN)]
    flags = ["--no-index"] if not pages else ["--index-url", pages[0]]
    flags += [word for index in pages[1:] for word in ("--extra-index-url", index)]
    return flags + [word for folder in folders for word in ("--find-links", folder)]


def replaced(text, pairs):
    for old, new in pairs.items():
        text = text.replace(old, new)
    return text


VERSION = pip.__version__
