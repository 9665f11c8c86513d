"""The process that speaks with other machines, and the one file that knows Flower and gRPC.

    python -m engine.sharing.together.flower client HOST:PORT [CERTIFICATE]
    python -m engine.sharing.together.flower server HOST:PORT PEOPLE [CERTIFICATE-AUTHORITY CERTIFICATE KEY]

It has neither history nor keys nor database. Whatever it is asked it passes on to the process that started it, a line
of JSON on its standard output, and passes the answer back from its standard input. Python's own sockets are refused in
it as in every process of Kairos, so that what Flower would report home has no way out; only gRPC opens a connection.
Flower's own way of sending programs to run (its app bundles) is not used: what is asked of people is fixed here.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.domain.egress import ProcessRole
from engine.egress import install
from engine.sharing.together.course import ATTEMPTS, KEYS, OVER, RESULT, Course

if TYPE_CHECKING:
    from collections.abc import Sequence

QUIET = {"FLWR_TELEMETRY_ENABLED": "0", "FLWR_DISABLE_UPDATE_CHECK": "1", "GRPC_ENABLE_FORK_SUPPORT": "0"}
"""What it is started with, and sets again: Flower reports nothing home and asks for no newer version."""
_WAIT_S, _AGAIN_S, _ROUND_S = 3600.0, 2.0, 600.0
_LONGEST_MESSAGE = 1 << 20
_ORPHANED, _NO_RESULT = 3, 4
_ANSWERS: queue.SimpleQueue[str] = queue.SimpleQueue()


def main() -> int:
    """Be the client or the server; returns 0 where a round came to its end."""
    os.environ.update(QUIET)
    install(ProcessRole.WORKER)
    os.umask(0o077)
    logging.getLogger("flwr").setLevel(logging.ERROR)
    threading.Thread(target=_listen, daemon=True).start()
    what, address, *rest = sys.argv[1:]
    return _client(address, *rest) if what == "client" else _server(address, int(rest[0]), rest[1:])


def _ask(**question: Any) -> dict[str, Any]:
    """Pass a question on to whoever started this process, and return the answer."""
    sys.stdout.write(json.dumps(question) + "\n")
    sys.stdout.flush()
    return dict(json.loads(_ANSWERS.get()))


def _listen() -> None:
    """Take answers in; where whoever started this process is gone, it ends at once and sends nothing more."""
    for line in iter(sys.stdin.readline, ""):
        _ANSWERS.put(line)
    os._exit(_ORPHANED)  # gRPC's threads would keep it alive


def _client(address: str, certificate: str = "") -> int:
    import grpc  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415
    from flwr.compat.client.app import start_client_internal  # noqa: PLC0415
    from flwr.compat.client.numpy_client import NumPyClient  # noqa: PLC0415

    class Client(NumPyClient):  # type: ignore[misc]
        """Answers the server with what the person's own process says."""

        stage, heard_s = "", time.monotonic()

        def fit(self, _parameters: list[Any], config: dict[str, Any]) -> tuple[list[Any], int, dict[str, Any]]:
            """Return this person's part of a stage."""
            told = _ask(**{name: one for name, one in config.items() if isinstance(one, str)})
            self.stage, self.heard_s = str(config.get("stage")), time.monotonic()
            key = np.frombuffer(bytes.fromhex(told.get("key", "")), np.uint8)
            return [key if len(key) else np.array(told.get("words", []), np.uint64)], 1, {}

    client, root = Client(), Path(certificate).read_bytes() if certificate else None
    while client.stage != RESULT and time.monotonic() - client.heard_s < _WAIT_S:
        try:
            start_client_internal(
                server_address=address,
                node_config={},
                client=client.to_client(),
                grpc_max_message_length=_LONGEST_MESSAGE,
                root_certificates=root,
                insecure=root is None,
            )
            break
        except grpc.RpcError:  # no server yet, or it went away in the middle: wait for it
            time.sleep(_AGAIN_S)
    return 0 if client.stage == RESULT else _NO_RESULT


def _server(address: str, people: int, certificates: Sequence[str] = ()) -> int:
    from flwr.server.client_manager import SimpleClientManager  # noqa: PLC0415
    from flwr.server.server import Server  # noqa: PLC0415

    course = Course(
        str(_ask(stage="begin")["file"]),
        people,
        lambda masked: str(_ask(stage="masked", masked=masked)["file"]),
        lambda: _ask(stage="missing"),
    )
    manager = SimpleClientManager()
    server = Server(client_manager=manager, strategy=_strategy(course, people))
    listening = _listening(manager, address, people, [Path(one).read_bytes() for one in certificates])
    _ask(stage="listening")
    server.fit(num_rounds=2 * ATTEMPTS + 1, timeout=_ROUND_S)
    server.disconnect_all_clients(timeout=10)
    listening.stop(grace=1)
    return 0 if course.result else _NO_RESULT


def _listening(manager: Any, address: str, people: int, certificates: Sequence[bytes]) -> Any:
    """Return a listening server; Flower's own way would try the port with a socket of Python first."""
    import grpc  # noqa: PLC0415
    from flwr.proto.transport_pb2_grpc import add_FlowerServiceServicer_to_server  # noqa: PLC0415
    from flwr.server.superlink.fleet.grpc_bidi.flower_service_servicer import FlowerServiceServicer  # noqa: PLC0415

    options = [("grpc.so_reuseport", 0), ("grpc.max_receive_message_length", _LONGEST_MESSAGE)]
    listening = grpc.server(ThreadPoolExecutor(max_workers=2 * people + 8), options=options)
    add_FlowerServiceServicer_to_server(FlowerServiceServicer(manager), listening)
    if certificates:
        authority, certificate, key = certificates
        secrets = grpc.ssl_server_credentials([(key, certificate)], root_certificates=authority)
        listening.add_secure_port(address, secrets)
    else:
        listening.add_insecure_port(address)
    listening.start()
    return listening


def _strategy(course: Course, people: int) -> Any:
    """Return Flower's way of being led by a course."""
    from flwr.common import FitIns, ndarrays_to_parameters, parameters_to_ndarrays  # noqa: PLC0415
    from flwr.server.strategy import FedAvg  # noqa: PLC0415

    nothing = ndarrays_to_parameters([])

    class Led(FedAvg):  # type: ignore[misc]
        """Asks whom the course asks, and hands it what came back."""

        def initialize_parameters(self, *_: Any, **__: Any) -> Any:
            return nothing

        def configure_fit(self, *_: Any, client_manager: Any, **__: Any) -> list[Any]:
            if course.stage == KEYS and not client_manager.wait_for(people, timeout=int(_WAIT_S)):
                course.end()
            if course.stage == OVER:
                return []
            asked = FitIns(nothing, course.message())
            return [(one, asked) for name, one in client_manager.all().items() if course.asks(name)]

        def aggregate_fit(self, _round: int, results: Any, _failures: Any) -> tuple[Any, dict[str, Any]]:
            course.took({one.cid: parameters_to_ndarrays(told.parameters)[0].tolist() for one, told in results})
            return nothing, {}

        def configure_evaluate(self, *_: Any, **__: Any) -> list[Any]:
            return []

        def evaluate(self, *_: Any, **__: Any) -> None:
            return None

    return Led()


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)
