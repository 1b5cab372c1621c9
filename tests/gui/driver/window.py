"""Windows as assistive technology sees them: a tree of roles and names, found and acted on through AT-SPI."""

import time

import pyatspi

from desktop import wait_for

DEFUNCT = (Exception,)


def children(node):
    try:
        for index in range(node.childCount):
            child = node.getChildAtIndex(index)
            if child is not None:
                yield child
    except DEFUNCT:
        return


def walk(node, depth=40):
    """Every node of the tree, parents first; what vanishes meanwhile is passed over."""
    yield node
    if depth:
        for child in children(node):
            yield from walk(child, depth - 1)


def is_showing(node):
    try:
        states = node.getState()
        return states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)
    except DEFUNCT:
        return False


def is_enabled(node):
    try:
        return node.getState().contains(pyatspi.STATE_ENABLED)
    except DEFUNCT:
        return False


class Application:
    """One program on the accessibility bus, by the name it gives itself; with `pid`, that one of several."""

    def __init__(self, name, seconds=30, pid=None):
        self._node = wait_for(lambda: self._locate(name, pid) or self._has_ended(pid), f"the program {name} on the accessibility bus", seconds, pause=0.01)

    @staticmethod
    def _has_ended(pid):
        if pid and open(f"/proc/{pid}/stat", encoding="utf-8").read().rpartition(")")[2].split()[0] == "Z":
            raise AssertionError(f"process {pid} ended before it had a window")

    @staticmethod
    def _locate(name, pid):
        pyatspi.Registry  # the registry connects on first use
        desktop = pyatspi.Registry.getDesktop(0)
        for child in children(desktop):
            try:
                if child.name == name and pid in (None, child.get_process_id()):
                    return child
            except DEFUNCT:
                continue
        return None

    def root(self):
        return self._node

    def find_all(self, role=None, name=None, contains=None, showing=True):
        found = []
        for node in walk(self._node):
            try:
                if role is not None and node.getRoleName() not in ((role,) if isinstance(role, str) else role):
                    continue
                text = node.name or ""
                if name is not None and text != name:
                    continue
                if contains is not None and contains not in text:
                    continue
            except DEFUNCT:
                continue
            if not showing or is_showing(node):
                found.append(node)
        return found

    def find(self, role=None, name=None, contains=None, seconds=20, showing=True):
        what = f"{role or 'something'} named {name or contains}"
        return wait_for(lambda: (self.find_all(role, name, contains, showing) or [None])[0], what, seconds)

    def press(self, name, role=("push button", "button", "check box", "toggle button", "radio button", "menu item", "page tab"), seconds=20):
        """Presses the enabled control with this name."""
        def ready():
            return next((node for node in self.find_all(role, name) if is_enabled(node)), None)
        node = wait_for(ready, f"an enabled control named {name}", seconds)
        act(node)
        return node

    def write(self, name, text, seconds=20):
        """Replaces the text of the entry with this name."""
        node = self.find(("text", "entry", "document text", "paragraph", "spin button"), name, seconds=seconds)
        node.queryEditableText().setTextContents(text)

    def focused(self, below=None):
        """What has the focus, the innermost that says so; None when nothing does. The current row of a list and the current tab always say so."""
        found = None
        for node in walk(below or self._node):
            try:
                row = node.getRoleName() in ("list item", "page tab") and not node.parent.getState().contains(pyatspi.STATE_FOCUSED)
                if not row and node.getState().contains(pyatspi.STATE_FOCUSED):
                    found = node
            except DEFUNCT:
                continue
        return found

    def texts(self):
        return [node.name for node in walk(self._node) if is_showing(node) and node.name]


def act(node):
    """The node's own press, toggle or click action."""
    action = node.queryAction()
    for wanted in ("press", "click", "toggle", "activate", "Press", "Click"):
        for index in range(action.nActions):
            if action.getName(index).lower() == wanted.lower():
                action.doAction(index)
                time.sleep(0)  # the answer comes through the bus; callers wait for what they expect
                return
    if action.nActions:
        action.doAction(0)
        return
    raise AssertionError(f"{node.name} cannot be acted on")
