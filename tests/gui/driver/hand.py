"""A person's hands on the desktop of the test: the pointer and the keys of its X server, nothing else.

Where things are is asked of the accessibility tree; what is done there is done by the pointer.
"""

import subprocess

import pyatspi


def _do(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True)


def box(node):
    """Of an accessible thing on the screen: x, y, width, height."""
    area = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return area.x, area.y, area.width, area.height


def middle(node):
    x, y, width, height = box(node)
    return x + width // 2, y + height // 2


def point(place):
    return place if isinstance(place, tuple) else middle(place)


def move(place):
    _do("mousemove", "--sync", *point(place))


def click(place):
    _do("mousemove", *point(place), "click", 1)


def double_click(place):
    _do("mousemove", *point(place), "click", "--repeat", 2, "--delay", 20, 1)


def drag(start, end, held=False):
    """Takes `start` to `end` in a few moves, as a hand does; with `held` the button stays pressed."""
    (x0, y0), (x1, y1) = point(start), point(end)
    words = ["mousemove", x0, y0, "mousedown", 1]
    for part in (0.1, 0.4, 0.8, 1.0, 1.0):
        words += ["mousemove", round(x0 + (x1 - x0) * part), round(y0 + (y1 - y0) * part), "sleep", 0.02]  # no hand is faster
    _do(*words, *(() if held else ("mouseup", 1)))


def let_go():
    _do("mouseup", 1)


def keys(*names):
    _do("key", "--delay", 1, *names)


def write(text):
    """Types it, line by line."""
    for number, line in enumerate(text.split("\n")):
        if number:
            keys("Return")
        if line:
            _do("type", "--delay", 1, line)
