"""`kontor`: the one command. Each subcommand imports what it needs when it runs."""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import ValidationError

from kontor.server.database import database_settings
from kontor.server.environment import Environment, environment
from kontor.server.supervisor import CannotRun, say

DEMO_LANGUAGES = {"en": "en", "ru": "ru", "zh": "zh-hans"}
DEMO_ZONES = {"zh": "Asia/Shanghai"}
Task = Callable[[Environment, argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs a subcommand and exits with its code; what cannot be done is said in a sentence, with code 1."""
    options = parser().parse_args(arguments)
    try:
        sys.exit(options.task(_surroundings(options), options))
    except (CannotRun, ValidationError) as reason:
        if sentence := _sentence(reason):
            say(sentence)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)


# --- what each subcommand does ----------------------------------------------------------------------------------------


def demo(env: Environment, options: argparse.Namespace) -> int:
    from kontor.server.serve import serve

    serve(env)
    return 0


def serve(env: Environment, options: argparse.Namespace) -> int:
    from kontor.server.serve import serve

    serve(env)
    return 0


def worker(env: Environment, options: argparse.Namespace) -> int:
    _django()
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    assert isinstance(app.connector, DjangoConnector)
    with app.replace_connector(app.connector.get_worker_connector()) as jobs:
        jobs.run_worker(concurrency=options.concurrency)
    return 0


def migrate(env: Environment, options: argparse.Namespace) -> int:
    from kontor.server.preparation import migrate
    from kontor.server.running import database

    with database(env):
        _django()
        migrate()
    return 0


def check(env: Environment, options: argparse.Namespace) -> int:
    """Prove the books: a sentence for each thing that does not add up, and code 1."""
    from kontor.server.running import database

    with database(env):
        _django()
        from kontor.reports.queries import prove_the_books

        problems = [str(problem) for problem in prove_the_books()]
    for problem in problems:
        print(problem)
    print("The books do not add up." if problems else "The books add up.")
    return 1 if problems else 0


def clauses(env: Environment, options: argparse.Namespace) -> int:
    _django()
    from kontor.standards import coverage

    return int(coverage.main() or 0)


def backup(env: Environment, options: argparse.Namespace) -> int:
    from kontor.server import backup
    from kontor.server.running import database

    with database(env):
        backup.write(env, options.file)
    say(f"Everything is in {options.file}. Keep it where nobody else reads it: the signing key is in it too.")
    return 0


def restore(env: Environment, options: argparse.Namespace) -> int:
    from kontor.server import backup
    from kontor.server.running import own_database

    with own_database(env):
        backup.read(env, options.file, replace=options.replace)
    say(f"{options.file} is restored into {env.home.resolve()}.")
    return 0


def user(env: Environment, options: argparse.Namespace) -> int:
    from kontor.server.running import database

    with database(env):
        _django()
        from kontor.server.preparation import migrate
        from kontor.server.staff import enter

        migrate()
        enter(
            options.email,
            name=options.name,
            roles=options.role or ["admin"],
            office=options.office,
            password="",
        )
    say(f"{options.email} can sign in.")
    return 0


# --- how they are called ----------------------------------------------------------------------------------------------


def parser() -> argparse.ArgumentParser:
    kontor = argparse.ArgumentParser("kontor", description="A sales office that runs by its own written standard.")
    commands = kontor.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(task: Task, help: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(task.__name__, help=help, description=help)
        sub.set_defaults(task=task, demo=task is demo)
        sub.add_argument("--home", type=Path, help="folder of data, files and secrets; KONTOR_HOME, else .kontor")
        if task is not demo:
            sub.add_argument("--demo", action="store_true", help="of the demo company")
        sub.add_argument(
            "--lang",
            choices=DEMO_LANGUAGES,
            default=os.environ.get("DEMO_LANG", "en"),
            help="of the demo company",
        )
        return sub

    for task, help in (
        (demo, "Open the demo company."),
        (serve, "Open a real company: database, web and worker."),
    ):
        serving = command(task, help)
        serving.add_argument("--port", type=int, help="KONTOR_PORT, else 8000")
        serving.add_argument("--host", help="address to listen on (KONTOR_HOST, else 127.0.0.1)")
    command(worker, "Run jobs only, on another machine.").add_argument("--concurrency", type=int, default=2)
    command(migrate, "Bring the tables up to date.")
    command(check, "Prove the books: every balance, reservation, number and allocation.")
    command(clauses, "Show which clause is carried out by which rule and proved by which test.")
    command(backup, "Write database, files and secrets into one file.").add_argument("file", type=Path)
    restoring = command(restore, "Read a backup back.")
    restoring.add_argument("file", type=Path)
    restoring.add_argument("--replace", action="store_true", help="even when there is data already, which is lost")
    entering = command(user, "Let somebody in, or set a new password.")
    entering.add_argument("email")
    entering.add_argument("--name", default="")
    entering.add_argument("--office", default="", help="name of the office; the first one when not given")
    entering.add_argument("--role", action="append", help="code of a role, may be repeated; admin when not given")
    return kontor


def _surroundings(options: argparse.Namespace) -> Environment:
    """What the command line says goes into the environment, where child processes find it too. Raises ValidationError."""
    said = {"KONTOR_PORT": getattr(options, "port", None), "KONTOR_HOST": getattr(options, "host", None)}
    if options.demo:
        said["KONTOR_DEMO"] = "1"
        said["KONTOR_LANGUAGE"] = DEMO_LANGUAGES[options.lang]
        said["KONTOR_TIME_ZONE"] = DEMO_ZONES.get(options.lang, "Europe/Moscow")
        os.environ.pop("DATABASE_URL", None)
    if options.home or options.demo:
        said["KONTOR_HOME"] = options.home or _demo_home(options.lang)
    os.environ.update({name: str(value) for name, value in said.items() if value is not None})
    os.environ["DJANGO_SETTINGS_MODULE"] = "kontor.server.settings"
    env = environment()
    try:
        database_settings(env)
    except ValueError as reason:
        raise CannotRun(str(reason)) from None
    return env


def _demo_home(language: str) -> Path:
    """Each language of the demo has a company of its own."""
    return Path(".kontor", "demo" if language == "en" else f"demo-{language}")


def _django() -> None:
    import django

    django.setup()


def _sentence(reason: Exception) -> str:
    if isinstance(reason, ValidationError):
        return "\n".join(f"KONTOR_{'_'.join(map(str, each['loc'])).upper()}: {each['msg']}" for each in reason.errors())
    return str(reason)


if __name__ == "__main__":
    main()
