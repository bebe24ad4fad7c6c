"""The supervisor revives what dies, stops in order, and leaves no process behind whatever happens to it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HOUSE = """
import os, sys
from kontor.server.supervisor import CannotRun, Program, Supervisor
sleeper = [sys.executable, "-c", "import os, sys, time; open(sys.argv[1], 'a').write(f'{os.getpid()}\\\\n'); time.sleep(60)"]
with Supervisor() as house:
    for name in ("first", "second"):
        house.add(name, Program([*sleeper, os.path.join(sys.argv[1], name)], os.environ))
    house.watch()
print("left in order")
"""


def eventually(true: Callable[[], bool], seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)
    return true()


def runs(pid: int) -> bool:
    """Running; a zombie that nobody reaps is dead."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def pids(folder: Path, name: str) -> list[int]:
    file = folder / name
    return [int(line) for line in file.read_text().split()] if file.exists() else []


@pytest.fixture
def house(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOUSE, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert eventually(lambda: bool(pids(tmp_path, "first") and pids(tmp_path, "second")))
    yield process
    process.kill()
    process.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_everything_in_order(
    house: "subprocess.Popen[str]", tmp_path: Path, number: signal.Signals
) -> None:
    house.send_signal(number)
    said, complaints = house.communicate(timeout=10)
    assert (house.returncode, said, complaints) == (0, "left in order\n", "")
    assert not any(runs(pid) for name in ("first", "second") for pid in pids(tmp_path, name))


def test_a_killed_child_is_started_again(house: "subprocess.Popen[str]", tmp_path: Path) -> None:
    os.kill(pids(tmp_path, "second")[0], signal.SIGKILL)
    assert eventually(lambda: len(pids(tmp_path, "second")) == 2)
    assert runs(pids(tmp_path, "second")[1])
    assert len(pids(tmp_path, "first")) == 1


def test_children_die_with_a_killed_supervisor(house: "subprocess.Popen[str]", tmp_path: Path) -> None:
    house.kill()
    children = [*pids(tmp_path, "first"), *pids(tmp_path, "second")]
    assert eventually(lambda: not any(map(runs, children)))
