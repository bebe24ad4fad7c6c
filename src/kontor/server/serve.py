"""Database, web and worker of one company under one supervisor."""

import os
import signal
import sys
from collections.abc import Mapping

from kontor.server.environment import Environment
from kontor.server.postgres import Postgres
from kontor.server.preparation import prepare
from kontor.server.supervisor import CannotRun, Program, Supervisor, say
from kontor.server.web import Web, refuse_taken_port


def serve(env: Environment) -> None:
    """Run until Ctrl+C or SIGTERM. Raises CannotRun with a sentence when something does not start."""
    refuse_taken_port(env.host, env.port)
    _refuse_the_other_kind(env)
    surroundings = dict(os.environ)
    with Supervisor() as supervisor:
        stamp = None
        if not env.database_url:
            database = Postgres(env.home)
            supervisor.add("database", database)
            stamp = database.data / "kontor.prepared"
        prepare(stamp, surroundings)
        supervisor.add("web server", Web(env, surroundings))
        supervisor.add("worker", Worker(surroundings))
        say(_welcome(env))
        supervisor.watch()


class Worker(Program):
    """`kontor worker`. It ends gracefully only while the database answers, so with a killed supervisor it is killed too.

    A job cut off so is taken up again by the next worker.
    """

    farewell = signal.SIGKILL

    def __init__(self, surroundings: Mapping[str, str]) -> None:
        super().__init__([sys.executable, "-m", "kontor.server.command", "worker"], surroundings)


def _refuse_the_other_kind(env: Environment) -> None:
    """A demo lets anybody in by a click: it never opens the data of a real company, nor the other way round."""
    mark = env.home / "demo-company"
    if env.demo and not (env.home / "pg").exists():
        env.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        mark.touch()
    if env.demo != mark.exists():
        kind = "a real company" if env.demo else "the demo company"
        raise CannotRun(f"The data in {env.home.resolve()} is of {kind}. Choose another folder: --home")


def _welcome(env: Environment) -> str:
    name = "The Kontor demo" if env.demo else "Kontor"
    return f"{name} is open on {env.address} — its data is in {env.home.resolve()}. Ctrl+C stops it."
