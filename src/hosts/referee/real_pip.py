"""Asks the real pip one question at a time: what it pins, which steps it takes, what it prints.

Runs in Pyodide, and on any CPython that can import pip; after documents.py, in one namespace with it and target.py.

`ask(json)` runs `pip install --dry-run` with the question's words and files for its target, on an index of the question's
documents, and returns {"rc", "pins", "events", "output", "milliseconds", "lacks"} as JSON.
"""

import contextlib
import io
import json
import logging
import os
import shutil
import sys
import tempfile
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

# ---- the index, which answers in the place of the network

_session = PipSession.__init__


def with_documents(self, *args, **kwargs):
    _session(self, *args, **kwargs)
    self.mount(ORIGIN, document_adapter())


PipSession.__init__ = with_documents

# ---- the environment: what is installed there, and nothing that this Python has

_environment = []
importlib_metadata.Environment.default = classmethod(lambda kind: kind(_environment))

# ---- one question


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
        except (TooLong, Lacking):
            code = None
    if LACKED:
        return "lacking", printed.getvalue()
    return ("too-long" if len(EVENTS) > LIMIT["events"] else code), printed.getvalue()


def answer(question, folder, sources, environment=()):
    """What pip does in `folder`, looking into `sources` (flags), where `environment` (directories) is installed."""
    EVENTS.clear()
    LACKED.clear()
    LIMIT["events"] = question["mostEvents"]
    ENVIRONMENT.clear()
    ENVIRONMENT.update(question["environment"])
    _environment[:] = environment
    report = f"{folder}.json"
    arguments = ["--isolated", "--dry-run", "--no-cache-dir", "--progress-bar", "off", "--report", report]
    arguments += sources + target_flags(question["target"]) + question["words"]
    was = os.getcwd()
    os.chdir(folder)
    for file, content in question["files"].items():
        os.makedirs(os.path.dirname(file) or ".", exist_ok=True)
        with open(file, "w") as written:
            written.write(content)
    started = time.perf_counter()
    code, output = install(arguments)
    spent = (time.perf_counter() - started) * 1000
    os.chdir(was)
    pins = None
    if os.path.exists(report):
        with open(report) as file:
            chosen = [item["metadata"] for item in json.load(file)["install"]]
        pins = {item["name"]: item["version"] for item in chosen}
        os.unlink(report)
    known = {"rc": code, "pins": pins, "events": EVENTS, "output": output, "milliseconds": spent}
    return known | {"lacks": list(LACKED)}


def ask(text):
    question = json.loads(text)
    DOCUMENTS.clear()
    for address, found in question["documents"].items():
        DOCUMENTS[address] = found and (found[0], found[1].encode())
    folder = tempfile.mkdtemp()
    try:
        return to_json(answer(question, folder, ["--index-url", SIMPLE_INDEX]))
    finally:
        shutil.rmtree(folder)
        gc.collect()


def to_json(found):
    return json.dumps(found, separators=(",", ":"))


VERSION = pip.__version__
