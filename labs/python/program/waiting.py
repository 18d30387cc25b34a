"""Waiting as in a Python of its own, in place of Pyodide's, which leaves it to the browser's event loop."""

import asyncio
import time
from asyncio.base_events import BaseEventLoop

from pyodide import webloop

BEAT = 0.05
wait_uninterrupted = webloop._orig_sleep


def sleep(seconds, /):
    """`time.sleep` that KeyboardInterrupt can end: a signal is looked at between two beats."""
    end = time.monotonic() + seconds if seconds > BEAT else 0
    while (left := end - time.monotonic()) > BEAT:
        wait_uninterrupted(BEAT)
    wait_uninterrupted(max(left, 0) if end else seconds)


class OnlyTime:
    """In place of a selector: nothing comes from outside, so all there is to wait for is time."""

    def select(self, timeout):
        while timeout is None:
            sleep(1)
        if timeout > 0:
            sleep(timeout)
        return []


class Loop(BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = OnlyTime()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


class Policy(asyncio.events._AbstractEventLoopPolicy):
    loop = None

    def get_event_loop(self):
        if self.loop is None:
            raise RuntimeError("There is no current event loop in thread 'MainThread'.")
        return self.loop

    def set_event_loop(self, loop):
        self.loop = loop

    def new_event_loop(self):
        return Loop()


def wait_for_ourselves():
    time.sleep = sleep
    asyncio.run = webloop._orig_run
    asyncio.events._set_running_loop(None)
    asyncio.events._set_event_loop_policy(Policy())
