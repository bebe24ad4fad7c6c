"""What cannot be done is said in one sentence, with code 1."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def kontor(*arguments: str, **surroundings: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "kontor.server.command", *arguments]
    return subprocess.run(
        command, env=os.environ | surroundings, capture_output=True, text=True, check=False, timeout=60
    )


def test_a_taken_port_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = kontor("serve", "--port", str(port), "--home", str(tmp_path))
    assert done.returncode == 1
    assert (
        done.stderr == f"Port {port} is taken by another program. Stop it, or choose another port: --port {port + 1}\n"
    )


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DATABASE_URL", "mysql://here/trade", "DATABASE_URL must look like"),
        ("KONTOR_PORT", "eighty", "KONTOR_PORT: Input should be a valid integer"),
        ("KONTOR_PG_BIN", "/nowhere", "KONTOR_PG_BIN is /nowhere, but there is no program"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, name: str, value: str, sentence: str) -> None:
    done = kontor("serve", "--home", str(tmp_path), **{"KONTOR_PORT": "18999", "DATABASE_URL": "", name: value})
    assert done.returncode == 1
    assert done.stderr.startswith(sentence)
    assert "Traceback" not in done.stderr


def test_the_demo_never_opens_the_data_of_a_real_company(tmp_path: Path) -> None:
    (tmp_path / "pg").mkdir()
    done = kontor("demo", "--port", "18998", "--home", str(tmp_path))
    assert done.returncode == 1
    assert "is of a real company" in done.stderr


def test_a_file_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a tar")
    done = kontor("restore", str(tmp_path / "file"), "--home", str(tmp_path / "home"))
    assert done.returncode == 1
    assert "cannot be read as a backup" in done.stderr
