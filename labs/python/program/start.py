"""What a fresh Python would not have: modules that Pyodide has loaded for itself."""

import os
import random
import sys

# Pyodide's own, and what every Python loads before the first line of a program.
KEPT = {
    "_pyodide", "pyodide", "_collections_abc", "_frozen_importlib", "_frozen_importlib_external",
    "_sitebuiltins", "abc", "codecs", "encodings", "genericpath", "io", "os", "posixpath", "site",
    "stat", "zipimport",
}  # fmt: skip
LIBRARY = [place for place in sys.path if place.startswith("/lib/")]
STDLIB = os.path.dirname(os.__file__) + os.sep

fresh = True
first_on_path = ""


def begin(folder, first):
    """Before the first step: names, path and chance as in a Python that was just started."""
    global fresh, first_on_path
    if not fresh:
        return
    fresh = False
    first_on_path = first
    sys.excepthook = sys.__excepthook__
    sys.modules.pop("pyodide_js", None)
    wait_for_ourselves()
    sys.path[:] = [first_on_path, *LIBRARY]
    if os.path.exists("/dev/tty"):
        os.remove("/dev/tty")  # its keyboard is no terminal: getpass must ask standard input
    names = sys.modules["__main__"].__dict__
    for name in ("sys", "_pyodide_core"):
        names.pop(name, None)
    early = [name for name in sys.modules if is_early(name)]
    own = {entry.partition(".")[0] for entry in os.listdir(folder)}
    if any(name in own for name in early):
        # A file of the learner's has a name of the standard library: hers is found first.
        for name in early:
            del sys.modules[name]
    else:
        random.seed()


def is_early(name):
    file = getattr(sys.modules[name], "__file__", None) or ""
    return file.startswith(STDLIB) and name.partition(".")[0] not in KEPT
