"""One process that starts the others, revives what dies, and stops everything in order."""

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType, TracebackType
from typing import Final, Protocol, Self

from kontor.server.process import spawn, stop

_GLANCE: Final = 0.2
"""Seconds between two looks at the children."""
_SHORT_LIFE: Final = 10.0
"""A child that lived for fewer seconds waits longer before the next try."""
_LONGEST_WAIT: Final = 30.0


class Member(Protocol):
    """Something that runs: `start` returns when it is ready, or raises `CannotRun` with a sentence."""

    def start(self) -> None: ...
    def alive(self) -> bool: ...
    def stop(self) -> None: ...


class CannotRun(Exception):
    """It did not start; the message says why and what to do. Empty: the user was told already."""


class Stopped(BaseException):
    """Ctrl+C or SIGTERM: the way out of whatever the supervisor is doing."""


class Program:
    """A child process that is ready when it runs. `farewell` is what it gets when the supervisor was killed."""

    farewell = signal.SIGTERM

    def __init__(self, command: Sequence[str | Path], env: Mapping[str, str]) -> None:
        self.command = command
        self.env = dict(env)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.process = spawn(self.command, env=self.env, farewell=self.farewell)

    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        if self.process:
            stop(self.process, signal.SIGTERM, patience=10)


@dataclass
class _Post:
    """A member at its post: since when, and how long to wait when it falls again."""

    name: str
    member: Member
    since: float = field(default_factory=time.monotonic)
    wait: float = 0.0
    not_before: float = 0.0

    def fell(self, now: float) -> None:
        self.wait = 0.0 if now - self.since > _SHORT_LIFE else min(max(self.wait * 2, 0.5), _LONGEST_WAIT)
        self.not_before = now + self.wait


class Supervisor:
    """`with Supervisor() as supervisor: supervisor.add("web", Program(…)); supervisor.watch()`.

    Members start in the order of `add`, and stop in the reverse order when the block is left, by whatever way.
    """

    def __init__(self) -> None:
        self._posts: list[_Post] = []
        self._leaving = False
        self._handlers: dict[signal.Signals, signal.Handlers | object] = {}

    def __enter__(self) -> Self:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            self._handlers[number] = signal.signal(number, self._leave)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self._leaving = True
        for post in reversed(self._posts):
            post.member.stop()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        return kind is Stopped

    def add(self, name: str, member: Member) -> None:
        """Start a member and keep it running from now on."""
        post = _Post(name, member)
        self._posts.append(post)
        member.start()

    def watch(self) -> None:
        """Revive what dies, until a signal ends the watch."""
        fallen: set[str] = set()
        while True:
            for post in self._posts:
                self._look_after(post, fallen)
            time.sleep(_GLANCE)

    def _look_after(self, post: _Post, fallen: set[str]) -> None:
        now = time.monotonic()
        if post.name not in fallen:
            if post.member.alive():
                return
            fallen.add(post.name)
            post.fell(now)
            say(f"The {post.name} stopped unexpectedly and is started again.")
        if now < post.not_before:
            return
        try:
            post.member.start()
        except CannotRun as reason:
            post.fell(now)
            say(str(reason))
        else:
            fallen.discard(post.name)
            post.since = time.monotonic()

    def _leave(self, number: int, frame: FrameType | None) -> None:
        if not self._leaving:
            self._leaving = True
            raise Stopped


def say(sentence: str) -> None:
    """To whoever sits at the terminal, or reads the journal of the service."""
    with contextlib.suppress(OSError):
        print(sentence, file=sys.stderr, flush=True)
