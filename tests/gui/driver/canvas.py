"""The canvas of Design in the accessibility tree: steps, their ports, and what links them, by what they say."""

import desktop
import pyatspi


class Canvas:
    def __init__(self, app):
        self._app = app
        self._list = app.find("list", "Canvas")

    def _children(self, node):
        for index in range(node.childCount):
            child = node.getChildAtIndex(index)
            if child is not None:
                yield child

    def parts(self):
        return list(self._children(self._list))

    def names(self):
        """Of everything on it; what a test says when something is not there."""
        return [each.name for part in self.parts() for each in (part, *self._children(part))]

    def _find(self, role, name):
        for part in self.parts():
            if part.getRoleName() in role and part.name.startswith(name):
                return part
            for port in self._children(part) if "push button" in role and part.getRoleName() == "list item" else ():
                if port.name.startswith(name):
                    return port
        return None

    def _await(self, role, name):
        return desktop.wait_for(lambda: self._find(role, name), lambda: f"{name} on the canvas; there are {self.names()}", seconds=10, pause=0.02)

    def step(self, name):
        return self._await(("list item",), f"{name}, ")

    def port(self, name):
        return self._await(("push button", "button"), name)

    def edge(self, name):
        return self._await(("link",), name)

    def frame(self, name):
        return self._await(("panel", "grouping"), f"{name}, ")

    def has(self, name):
        return any(each.startswith(name) for each in self.names())

    def holds(self, node):
        return node == self._list or node.parent == self._list

    def is_selected(self, step):
        return self.step(step).getState().contains(pyatspi.STATE_SELECTED)

    def selected(self):
        return [each.name for each in self.parts() if each.getState().contains(pyatspi.STATE_SELECTED)]

    def place(self, x, y):
        """A point of the screen, from the corner of the canvas."""
        area = self._list.queryComponent().getExtents(0)
        return area.x + x, area.y + y
