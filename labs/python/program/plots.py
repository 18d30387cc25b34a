"""Figures of matplotlib that are open when a step ends."""

import io
import sys
from base64 import b64encode
from json import dumps


def show_figures():
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return
    for number in pyplot.get_fignums():
        figure = pyplot.figure(number)
        picture = io.BytesIO()
        figure.savefig(picture, format="png", bbox_inches="tight")
        image = {"base64": b64encode(picture.getvalue()).decode(), "alt": describe_figure(figure)}
        emit(dumps({"type": "image", **image}))
    pyplot.close("all")


def describe_figure(figure):
    """What its author has written on it."""
    words = [figure.get_suptitle()]
    for axes in figure.get_axes():
        words += [axes.get_title(), axes.get_xlabel(), axes.get_ylabel()]
    return " · ".join(word for word in words if word)
