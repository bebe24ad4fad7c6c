"""Child processes that never outlive the one that started them, and how root hands one to an ordinary user."""

import contextlib
import ctypes
import multiprocessing
import os
import pwd
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import IO, Any

_LINUX = sys.platform == "linux"
_libc = ctypes.CDLL(None, use_errno=True)
_PR_SET_PDEATHSIG = 1
_CLONE_NEWUSER = 0x10000000


def die_with_parent(number: signal.Signals = signal.SIGTERM) -> None:
    """Let the kernel send us this signal when the thread that started us ends. Elsewhere than on Linux: nothing."""
    if _LINUX:
        _libc.prctl(_PR_SET_PDEATHSIG, int(number))


def die_with_master() -> None:
    """For a worker that multiprocessing started: also when the master was killed before the worker came to ask."""
    die_with_parent()
    master = multiprocessing.parent_process()
    if master and master.pid != os.getppid():
        os._exit(1)


def spawn(
    command: Sequence[str | Path],
    *,
    farewell: signal.Signals = signal.SIGTERM,
    prepare: Callable[[], None] | None = None,
    env: dict[str, str] | None = None,
    output: IO[Any] | int | None = None,
) -> "subprocess.Popen[bytes]":
    """Start a child in a session of its own (Ctrl+C is ours to pass on), which gets `farewell` if we are killed.

    To be called from the main thread: the kernel watches the thread, not the process.
    """
    parent = os.getpid()

    def before_exec() -> None:
        if prepare:
            prepare()
        die_with_parent(farewell)
        if os.getppid() != parent:
            os._exit(1)

    return subprocess.Popen(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        start_new_session=True,
        preexec_fn=before_exec,
    )


def stop(child: "subprocess.Popen[bytes]", number: signal.Signals, *, patience: float) -> None:
    """Ask a child to end; kill its whole session when it has not after `patience` seconds."""
    if child.poll() is None:
        child.send_signal(number)
    try:
        child.wait(patience)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


class OrdinaryUser:
    """Programs that refuse to run as root (PostgreSQL) run as this user; for an ordinary user nothing changes.

    A user namespace in which root is seen as somebody else needs no rights on files. Where namespaces are forbidden
    (many containers), the process really becomes that user, and keeps the right to walk through root's folders.
    """

    def __init__(self) -> None:
        self.is_root = os.geteuid() == 0
        self.account = next(_accounts("postgres", "nobody")) if self.is_root else None
        self.in_namespace = self.is_root and _works(self._enter_namespace)

    def become(self) -> None:
        """Called in the child before exec."""
        if self.in_namespace:
            self._enter_namespace()
        elif self.is_root:
            self._drop()

    def own(self, folder: Path) -> None:
        """Give a folder and what is in it to this user, where that is needed."""
        if not self.is_root or self.in_namespace or self.account is None:
            return
        for path in (folder, *folder.rglob("*")):
            os.chown(path, self.account.pw_uid, self.account.pw_gid, follow_symlinks=False)

    def _enter_namespace(self) -> None:
        assert self.account is not None
        if _libc.unshare(_CLONE_NEWUSER):
            raise OSError(ctypes.get_errno(), "unshare")
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{self.account.pw_uid} 0 1")
        Path("/proc/self/gid_map").write_text(f"{self.account.pw_gid} 0 1")

    def _drop(self) -> None:
        assert self.account is not None
        _keep_capabilities()
        os.setgroups([])
        os.setgid(self.account.pw_gid)
        os.setuid(self.account.pw_uid)
        _raise_walking_right()


@cache
def ordinary_user() -> OrdinaryUser:
    return OrdinaryUser()


def _accounts(*names: str) -> Iterator[pwd.struct_passwd]:
    for name in names:
        with contextlib.suppress(KeyError):
            yield pwd.getpwnam(name)
    raise RuntimeError(
        "PostgreSQL does not run as root and there is no user “nobody”: start Kontor as an ordinary user."
    )


def _works(prepare: Callable[[], None]) -> bool:
    if not _LINUX:
        return False
    try:
        return subprocess.run(["true"], preexec_fn=prepare, check=False).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False


# --- the right to walk through folders of root (CAP_DAC_OVERRIDE), kept over setuid and exec -------------------------

_PR_SET_KEEPCAPS, _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE = 8, 47, 2
_CAP_DAC_OVERRIDE = 1
_CAPABILITY_VERSION_3 = 0x20080522


def _keep_capabilities() -> None:
    if _LINUX:
        _libc.prctl(_PR_SET_KEEPCAPS, 1)


def _raise_walking_right() -> None:
    """Best effort: where the capability is not ours to keep, the user must be able to reach the folders itself."""
    if not _LINUX:
        return
    mask = 1 << _CAP_DAC_OVERRIDE
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    sets = (ctypes.c_uint32 * 6)(mask, mask, mask, 0, 0, 0)  # effective, permitted, inheritable; high halves empty
    if _libc.capset(header, sets) == 0:
        _libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE, _CAP_DAC_OVERRIDE, 0, 0)
