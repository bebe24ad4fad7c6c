"""The web server as a member of the supervisor: granian, ready when it answers."""

import http.client
import socket
import sys
import time
from collections.abc import Mapping
from typing import Final

from kontor.server.environment import Environment
from kontor.server.supervisor import CannotRun, Program

_PATIENCE: Final = 60.0
_THREADS: Final = 4


class Web(Program):
    def __init__(self, env: Environment, surroundings: Mapping[str, str]) -> None:
        super().__init__(_command(env), surroundings)
        self.host, self.port = env.host, env.port

    def start(self) -> None:
        self._wait_for_port()
        super().start()
        deadline = time.monotonic() + _PATIENCE
        while not self._answers():
            if not self.alive():
                raise CannotRun("The web server did not start; the lines above say why.")
            if time.monotonic() > deadline:
                self.stop()
                raise CannotRun(f"The web server did not answer within {_PATIENCE:.0f} seconds.")
            time.sleep(0.05)

    def _wait_for_port(self) -> None:
        """Workers of a killed web server need a moment to follow it."""
        for _attempt in range(20):
            if port_is_free(self.host, self.port):
                return
            time.sleep(0.1)
        refuse_taken_port(self.host, self.port)

    def _answers(self) -> bool:
        """Any answer is an answer: even an error page says that the server is up."""
        connection = http.client.HTTPConnection(_reachable(self.host), self.port, timeout=5)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status > 0
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def refuse_taken_port(host: str, port: int) -> None:
    """Raises CannotRun in one sentence."""
    if not port_is_free(host, port):
        raise CannotRun(f"Port {port} is taken by another program. Stop it, or choose another port: --port {port + 1}")


def port_is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _reachable(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)


def _command(env: Environment) -> list[str]:
    options = {
        "--interface": "wsgi",
        "--host": env.host,
        "--port": env.port,
        "--workers": env.web_workers,
        "--blocking-threads": _THREADS,
        "--workers-kill-timeout": 5,
        "--log-level": "warning",
    }
    flags = [str(part) for pair in options.items() for part in pair]
    return [
        sys.executable,
        "-m",
        "granian",
        *flags,
        "--no-ws",
        "--respawn-failed-workers",
        "kontor.server.wsgi:application",
    ]
