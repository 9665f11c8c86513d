from __future__ import annotations

import threading

import pytest
from sqlalchemy import insert

from engine.domain.commands import Command, CommandKind, Receiver
from engine.storage.commands import CommandQueue
from engine.storage.database import Database
from engine.storage.tables import command as commands


@pytest.fixture
def queue(database: Database) -> CommandQueue:
    return CommandQueue(database)


def test_requests_are_taken_once_in_order_by_their_receiver(queue: CommandQueue) -> None:
    sent = [
        Command(CommandKind.PAUSE, Receiver.RECORDER, 50, 900),
        Command(CommandKind.RAISE_WINDOW, Receiver.WINDOW, 40),
        Command(CommandKind.RESUME, Receiver.RECORDER, 30),
    ]
    numbers = [queue.send(one) for one in sent]
    assert queue.take(Receiver.RECORDER) == [
        Command(CommandKind.PAUSE, Receiver.RECORDER, 50, 900, numbers[0]),
        Command(CommandKind.RESUME, Receiver.RECORDER, 30, None, numbers[2]),
    ]
    assert queue.take(Receiver.RECORDER) == []
    assert [one.id for one in queue.take(Receiver.WINDOW)] == [numbers[1]]
    assert queue.send(sent[0]) > max(numbers)


def test_looking_for_requests_writes_nothing(database: Database, queue: CommandQueue) -> None:
    queue.send(Command(CommandKind.STOP, Receiver.RECORDER, 1))
    before = database.data_version()
    with database.writing():  # were taking a write, it would wait for this one
        assert queue.take(Receiver.WINDOW) == []
    assert database.data_version() == before


@pytest.mark.parametrize("kind", list(CommandKind))
def test_every_kind_comes_back(queue: CommandQueue, kind: CommandKind) -> None:
    queue.send(Command(kind, Receiver.RECORDER, 1))
    assert [one.kind for one in queue.take(Receiver.RECORDER)] == [kind]


def test_a_kind_only_a_newer_version_knows_is_dropped(database: Database, queue: CommandQueue) -> None:
    with database.writing() as connection:
        connection.execute(insert(commands), {"receiver": "recorder", "kind": "fly", "sent_ms": 1})
    queue.send(Command(CommandKind.STOP, Receiver.RECORDER, 2))
    assert [one.kind for one in queue.take(Receiver.RECORDER)] == [CommandKind.STOP]
    assert queue.take(Receiver.RECORDER) == []


def test_two_takers_never_get_the_same_request(queue: CommandQueue) -> None:
    numbers = [queue.send(Command(CommandKind.RESUME, Receiver.RECORDER, at)) for at in range(30)]
    taken: list[int | None] = []

    def take() -> None:
        for _ in range(10):
            taken.extend(one.id for one in queue.take(Receiver.RECORDER))

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(number for number in taken if number) == numbers
