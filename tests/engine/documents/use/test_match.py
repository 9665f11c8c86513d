"""Which indexed document a look shows: sure of paths, doubtful of names, silent where it cannot know."""

from __future__ import annotations

import pytest

from engine.documents.use.match import THRESHOLD, DocumentNames, Match
from engine.domain.documents import MatchedBy
from engine.domain.look import Look

HOME = "/home/me"
PAPER, NOTES_A, NOTES_B, REPORT, PLAN, CHINESE = 1, 2, 3, 4, 5, 6


def document(number: int, path: str, title: str = "") -> tuple[int, str, str]:
    return number, path, title


DOCUMENTS = (
    document(PAPER, f"{HOME}/papers/paper.pdf", "Attention Is All You Need"),
    document(NOTES_A, f"{HOME}/courses/a/notes.txt"),
    document(NOTES_B, f"{HOME}/courses/b/notes.txt"),
    document(REPORT, f"{HOME}/work/report.docx", "untitled"),
    document(PLAN, f"{HOME}/thesis/src/plan.md"),
    document(CHINESE, f"{HOME}/文档/报告（终稿）.pdf", "关于睡眠的研究报告"),
)


def matched(app: str, title: str, path: str = "", **known: dict[int, int]) -> Match | None:
    return DocumentNames(DOCUMENTS, home=HOME, **known).match(Look(1, app, title, "", path))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("app", "title", "number"),
    [
        ("evince", "paper.pdf", PAPER),
        ("evince", "PAPER.PDF", PAPER),
        ("gedit", "*notes.txt (~/courses/b) - gedit", NOTES_B),
        ("Code", "notes.txt - a - Visual Studio Code", NOTES_A),
        ("WINWORD.EXE", "report - Word", REPORT),
        ("Code", "● plan.md - thesis - Visual Studio Code", PLAN),
        ("atril", "报告（终稿）.pdf", CHINESE),
        ("Acrobat", "Attention is all you need - Adobe Acrobat Reader (64-bit)", PAPER),
        ("okular", "关于睡眠的研究报告 — Okular", CHINESE),
        ("firefox", "file:///home/me/papers/paper.pdf — Mozilla Firefox", PAPER),
        ("unheard-of", "paper.pdf", PAPER),
    ],
)
def test_a_title_finds_its_document(app: str, title: str, number: int) -> None:
    found = matched(app, title)
    assert found is not None
    assert (found.document_id, found.said_by) == (number, MatchedBy.TITLE)
    assert THRESHOLD <= found.confidence < 1


def test_a_path_is_sure_and_beats_the_title() -> None:
    assert matched("gedit", "notes.txt - gedit", f"{HOME}/courses/b/notes.txt") == Match(NOTES_B, 1.0, MatchedBy.PATH)


@pytest.mark.parametrize(
    ("app", "title", "path"),
    [
        ("gedit", "report.docx - gedit", "/tmp/report.docx"),
        ("gedit", "report.docx (/tmp) - gedit", ""),
        ("gedit", "unknown.docx - gedit", ""),
        ("firefox", "paper.pdf — Mozilla Firefox", ""),
        ("firefox", "Attention Is All You Need — Mozilla Firefox", ""),
        ("thunderbird", "report.docx - Mozilla Thunderbird", ""),
        ("gedit", "notes.txt - gedit", ""),
        ("evince", "untitled", ""),
        ("xterm", "python plan.md", ""),
    ],
)
def test_what_shows_something_else_or_cannot_be_told_finds_nothing(app: str, title: str, path: str) -> None:
    assert matched(app, title, path) is None


def test_of_two_of_a_name_the_one_used_last_is_taken_with_little_confidence() -> None:
    found = matched("gedit", "notes.txt - gedit", last_used={NOTES_A: 10, NOTES_B: 20})
    assert found is not None
    assert found.document_id == NOTES_B
    sure = matched("evince", "paper.pdf")
    assert sure is not None
    assert THRESHOLD <= found.confidence < sure.confidence


def test_a_folder_told_makes_a_name_surer() -> None:
    alone, beside = (
        matched("Code", "plan.md - Visual Studio Code"),
        matched("Code", "plan.md - src - Visual Studio Code"),
    )
    assert alone is not None
    assert beside is not None
    assert alone.confidence < beside.confidence


def test_a_path_that_goes_by_a_link_is_followed_only_where_the_name_is_known() -> None:
    asked: list[str] = []

    def resolve(path: str) -> str:
        asked.append(path)
        return path.replace("/data/link/", f"{HOME}/papers/")

    names = DocumentNames(DOCUMENTS, home=HOME, resolve=resolve)
    assert names.match(Look(1, "evince", "x", "", "/data/link/paper.pdf")) == Match(PAPER, 1.0, MatchedBy.PATH)
    assert names.match(Look(1, "xpdf", "Xpdf: /data/link/paper.pdf")) is not None
    assert names.match(Look(1, "evince", "x", "", "/data/link/other.pdf")) is None
    assert asked == ["/data/link/paper.pdf"] * 2


def test_the_longest_name_is_the_right_one() -> None:
    names = DocumentNames((document(1, "/d/Sleep.pdf"), document(2, "/d/Smith - 2020 - Sleep.pdf")))
    found = names.match(Look(1, "okular", "Smith - 2020 - Sleep.pdf — Okular"))
    assert found is not None
    assert found.document_id == 2


def test_composed_and_decomposed_names_are_the_same() -> None:
    names = DocumentNames((document(1, "/d/U\u0308bung.txt"),))
    assert names.match(Look(1, "gedit", "\u00dcbung.txt - gedit")) is not None
    assert names.match(Look(1, "gedit", "x", "", "/d/\u00dcbung.txt")) is not None


def test_windows_paths_are_compared_without_case() -> None:
    names = DocumentNames((document(1, r"C:\Users\me\Report.docx"),))
    assert names.match(Look(1, "notepad++", r"c:\users\me\report.docx - Notepad++")) is not None
