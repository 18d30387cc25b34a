"""CPython's advice about a file that hides a library (3.13, whatsnew: "improved error messages").

CPython gives it where it knows what stood first on sys.path when it was started, and Pyodide starts it without. So it is
added to an exception that nobody caught; whoever catches one reads it without.
"""

import os
import sys
from types import ModuleType

ModuleSpec = type(sys.__spec__)

SINCE = "since it has the same name as the standard library module named {name!r} and prevents importing that standard library module"
IF = "if it has the same name as a library you intended to import"


def advise(error):
    """Puts the advice into the message of an exception to which it belongs."""
    if type(error) is AttributeError and isinstance(error.obj, ModuleType):
        advice = advice_on(error.obj, str(error))
        if advice and "has no attribute" in str(error):
            name = error.obj.__name__
            error.args = (f"module {name!r} has no attribute {error.name!r} {advice}",)
    elif type(error) is ImportError and type(error.name) is str:
        advice = advice_on(sys.modules.get(error.name), str(error))
        if advice and error.name_from is not None:
            error.msg = f"cannot import name {error.name_from!r} from {error.name!r} {advice}"


def advice_on(module, message):
    """What CPython would say of a module in which something was looked for in vain; None: nothing."""
    # Anything may stand in sys.modules, and in a module's __spec__.
    spec = module.__dict__.get("__spec__") if isinstance(module, ModuleType) else None
    if type(spec) is not ModuleSpec or not spec.has_location or not hides_others(spec.origin):
        return None
    name = module.__name__
    if name in sys.stdlib_module_names:
        return f"(consider renaming {spec.origin!r} {SINCE.format(name=name)})"
    return f"(consider renaming {spec.origin!r} {IF})" if "partially initialized" in message else None


def hides_others(origin):
    folder = os.path.dirname(origin.removesuffix(os.sep + "__init__.py"))
    return folder == (first_on_path or os.getcwd())
