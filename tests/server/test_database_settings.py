"""DATABASE_URL is read whole, or refused in words."""

import pytest

from kontor.server.database import database_settings
from kontor.server.environment import Environment


def settings(url: str) -> dict[str, object]:
    return database_settings(Environment(DATABASE_URL=url))


def test_every_part_of_the_address_is_used() -> None:
    found = settings("postgresql://us%40er:p%2Fw@db.example:6543/trade?sslmode=require")
    assert (found["USER"], found["PASSWORD"], found["HOST"]) == ("us@er", "p/w", "db.example")
    assert (found["PORT"], found["NAME"], found["OPTIONS"]) == (6543, "trade", {"sslmode": "require"})


def test_a_socket_folder_may_stand_in_the_query() -> None:
    assert settings("postgresql://me@/trade?host=/run/postgresql")["HOST"] == "/run/postgresql"


@pytest.mark.parametrize("url", ["mysql://u@h/name", "postgresql://u@h/", "trade", "postgresql://u@h:port/name"])
def test_an_address_of_something_else_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="DATABASE_URL must look like"):
        settings(url)
