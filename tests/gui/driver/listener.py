"""What a screen reader hears of one program: where the focus goes, told by events of the accessibility bus."""

import pyatspi
from gi.repository import GLib

from desktop import wait_for

FOCUS = "object:state-changed:focused"


class Listener:
    def __init__(self, pid):
        self._pid, self._names = pid, []
        pyatspi.Registry.registerEventListener(self._hear, FOCUS)

    def stop(self):
        pyatspi.Registry.deregisterEventListener(self._hear, FOCUS)

    def _hear(self, event):
        try:
            if event.detail1 and event.source.getApplication().get_process_id() == self._pid:
                self._names.append(event.source.name)
        except Exception:  # it is gone meanwhile
            pass

    def _pump(self):
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)

    def forget(self):
        self._pump()
        self._names.clear()

    def heard(self):
        self._pump()
        return list(self._names)

    def await_focus(self, beginning):
        """The name of the first thing that was told and begins so."""
        def told():
            return next((name for name in self.heard() if name and name.startswith(beginning)), None)
        return wait_for(told, lambda: f"to hear {beginning!r}; heard {self._names}", seconds=10)
