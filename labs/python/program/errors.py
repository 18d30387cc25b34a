"""What an exception looks like from outside: as Python prints it, without the frames of this program."""

import os
import traceback

OURS = "<womm>"
MOST_PLACES = 50


def below(tb):
    """The traceback from the learner's first frame on."""
    while tb and tb.tb_frame.f_code.co_filename == OURS:
        tb = tb.tb_next
    return tb


def place(filename, line):
    """A line of the learner's, or None."""
    if line is None or filename is None:
        return None
    if filename.startswith("<cell ") or filename.startswith("<python-input-"):
        return {"where": filename[1:-1], "line": line}
    if filename.startswith(HOME + os.sep):
        return {"where": os.path.relpath(filename, HOME), "line": line}
    return None


def describe(error):
    """The ending of a step that raised `error`."""
    advise(error)
    tb = below(error.__traceback__)
    shown = traceback.TracebackException(type(error), error, tb, compact=True)
    hide_ours(shown, set())
    places = [place(frame.filename, frame.lineno) for frame in shown.stack or ()]
    if isinstance(error, SyntaxError):
        places.append(place(error.filename, error.lineno))
    return {
        "type": "raised",
        "name": shown.exc_type_str,
        "message": safely(error),
        "traceback": "".join(shown.format()),
        "places": [one for one in places if one][-MOST_PLACES:],
    }


def hide_ours(shown, seen):
    """Takes this program's frames out of an exception and of those that it came from."""
    if shown is None or id(shown) in seen:
        return
    seen.add(id(shown))
    if shown.stack is not None:
        shown.stack[:] = [frame for frame in shown.stack if frame.filename != OURS]
    for other in (shown.__cause__, shown.__context__, *(shown.exceptions or ())):
        hide_ours(other, seen)


def safely(error):
    try:
        return str(error)
    except Exception:
        return "<exception str() failed>"
