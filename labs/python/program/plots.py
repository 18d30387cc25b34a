"""Figures of matplotlib that are open when a step ends."""

import io
import sys
from base64 import b64encode
from json import dumps

# Of what a run may put out, so that a second picture and some text find room beside one.
MOST_PICTURE_LETTERS = 90_000
COARSEST_DPI = 30


def show_figures():
    """Shows each and closes it; one that cannot be drawn says why, as in Jupyter, and the step goes on."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if not hasattr(pyplot, "get_fignums"):
        return  # none, or a module of the learner's of that name
    try:
        for number in pyplot.get_fignums():
            show_figure(pyplot.figure(number))
    finally:
        pyplot.close("all")


def show_figure(figure):
    try:
        image = {"base64": draw(figure), "alt": describe_figure(figure)}
    except Exception as error:
        print(describe(error)["traceback"], end="", file=sys.stderr)
    else:
        flush()
        emit(dumps({"type": "image", **image}))


def draw(figure):
    """The figure as a PNG, in letters; one that is too large is drawn again, more coarsely."""
    dpi = figure.dpi
    while True:
        picture = io.BytesIO()
        figure.savefig(picture, format="png", dpi=dpi, bbox_inches="tight")
        letters = b64encode(picture.getvalue()).decode()
        if len(letters) <= MOST_PICTURE_LETTERS or dpi <= COARSEST_DPI:
            return letters
        dpi = max(dpi / 2, COARSEST_DPI)


def describe_figure(figure):
    """What its author has written on it."""
    words = [figure.get_suptitle()]
    for axes in figure.get_axes():
        words += [axes.get_title(), axes.get_xlabel(), axes.get_ylabel()]
    return " · ".join(word for word in words if word)
