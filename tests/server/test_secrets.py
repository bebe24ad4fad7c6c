"""The signing key is made once, by whoever is first, and only its owner reads it."""

from pathlib import Path

from kontor.server.environment import Environment
from kontor.server.secrets import secret_key


def test_the_key_is_made_once_with_mode_600(tmp_path: Path) -> None:
    env = Environment(home=tmp_path / "home", secret_key="")
    key = secret_key(env)
    assert len(key) >= 50
    assert secret_key(env) == key
    assert (tmp_path / "home" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["secret_key"]


def test_a_key_from_the_environment_is_not_written(tmp_path: Path) -> None:
    assert secret_key(Environment(home=tmp_path, secret_key="given")) == "given"
    assert list(tmp_path.iterdir()) == []
