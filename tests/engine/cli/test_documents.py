"""`kairos documents`: named, indexed, found again, told; and what a newcomer gets wrong."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.command_line import Commands
from helpers.sample_documents import DOCUMENTS

from engine.cli.document_words import meaning_left
from engine.domain.document_status import DocumentsOverview
from engine.domain.documents import DocumentKind
from engine.launch import WorkerJob
from engine.locks import ProcessLock
from engine.paths import ProfilePaths
from engine.settings import DocumentSettings, Settings, save_settings

_SUFFIX = {
    DocumentKind.MARKDOWN: "md",
    DocumentKind.TEXT: "txt",
    DocumentKind.CODE: "py",
    DocumentKind.EMAIL: "eml",
    DocumentKind.NOTEBOOK: "ipynb",
    DocumentKind.SUBTITLES: "srt",
    DocumentKind.FEED: "rss",
}


@pytest.fixture
def papers(tmp_path: Path, kairos: Commands) -> Path:
    """A folder with one document of every kind; no sentence encoder, so that nobody waits for it."""
    paths = ProfilePaths(kairos.folder).ensure()
    nowhere = DocumentSettings(encoder_folder=str(tmp_path / "no encoder"))
    save_settings(paths.settings, replace(Settings(), documents=nowhere))
    folder = tmp_path / "papers"
    folder.mkdir()
    for kind, content in DOCUMENTS.items():
        path = folder / f"birds-{kind.value}.{_SUFFIX.get(kind, kind.value)}"
        path.write_bytes(content)
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return folder


def found(kairos: Commands, query: str) -> set[str]:
    """Return the names of the documents that hold the words."""
    hits = kairos("documents", "search", "--words-only", "--limit", "100", query, "--json").json()
    return {Path(hit["path"]).name for hit in hits}


def test_a_folder_of_every_kind_from_naming_to_forgetting(kairos: Commands, papers: Path) -> None:
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    os.utime(papers / "broken.pdf", (1_700_000_000, 1_700_000_000))  # one written just now is looked at once more
    added = kairos("documents", "add", str(papers), "--json").json()
    assert (added["id"], added["path"], added["honour_ignore_files"]) == (1, str(papers), True)
    first = kairos("documents", "index", "--json").json()
    assert (first["finished"], first["read"], first["failed"]) == (True, len(DOCUMENTS), 1)
    (failed,) = kairos("documents", "failures", "--json").json()
    assert failed["path"] == str(papers / "broken.pdf")
    assert failed["reason"]
    assert found(kairos, "heron") == {path.name for path in papers.iterdir()} - {"broken.pdf"}
    assert "birds-docx.docx" in found(kairos, "苍鹭")
    (papers / "birds-text.txt").rename(papers / "renamed.txt")
    (papers / "birds-markdown.md").write_text("# Now about owls", encoding="utf-8")
    (papers / "birds-pdf.pdf").unlink()
    (papers / "new.md").write_text("New", encoding="utf-8")
    again = kairos("documents", "index", "--json").json()
    told = ("read", "moved", "removed", "failed", "unchanged")
    assert [again[name] for name in told] == [2, 1, 1, 0, len(DOCUMENTS) - 2]
    assert found(kairos, "owls") == {"birds-markdown.md"}
    assert {"renamed.txt"} <= found(kairos, "heron")
    assert not {"birds-pdf.pdf", "birds-text.txt", "birds-markdown.md"} & found(kairos, "heron")
    listed = kairos("documents", "list", "--json").json()
    assert [(one["path"], one["documents"], one["there"]) for one in listed] == [
        (str(papers), len(DOCUMENTS) + 1, True)
    ]
    status = kairos("documents", "status", "--json").json()
    assert (status["phase"], status["works"], status["indexed"], status["failed"]) == ("idle", False, len(DOCUMENTS), 1)
    kairos("documents", "remove", str(papers))
    assert kairos("documents", "status", "--json").json()["indexed"] == 0
    assert (papers / "renamed.txt").exists()


def test_indexing_says_what_it_does(kairos: Commands, papers: Path) -> None:
    kairos("documents", "add", str(papers))
    done = kairos("documents", "index")
    assert (done.status, done.out) == (0, f"Documents read: {len(DOCUMENTS)}.\n")
    assert f"Reading documents: 0 of {len(DOCUMENTS)} documents" in done.err
    unchanged = kairos("documents", "index", "--words-only")
    assert unchanged.out == f"Documents read: 0, unchanged: {len(DOCUMENTS)}.\n"
    said = kairos("documents", "status").out
    assert f"Documents that can be found: {len(DOCUMENTS)}" in said
    assert "no sentence encoder" in said


def test_one_is_told_as_one_and_no_folder_as_none(kairos: Commands, tmp_path: Path) -> None:
    assert kairos("documents", "failures").out == "No folder is named yet. Name one with: kairos documents add FOLDER\n"
    folder = tmp_path / "one"
    folder.mkdir()
    (folder / "a.md").write_text("Heron", encoding="utf-8")
    kairos("documents", "add", str(folder))
    assert "Reading documents: 0 of 1 document\n" in kairos("documents", "index", "--words-only").err
    assert kairos("documents", "list").out == f"   1  {folder}  (1 document)\n"
    assert "can be found: 1, cut into 1 chunk." in kairos("documents", "status").out
    assert kairos("documents", "failures").out == "Every document could be read.\n"


@pytest.mark.parametrize(
    ("overview", "stopped", "said"),
    [
        (DocumentsOverview(chunks=9, embedded=4), True, "Stopped; 4 of 9 chunks are found by meaning so far"),
        (DocumentsOverview(chunks=9, embedded=4, paused=True), False, "Paused by you; 4 of 9 chunks are found"),
        (DocumentsOverview(chunks=9, embedded=4), False, "4 of 9 chunks are found by meaning so far"),
        (DocumentsOverview(chunks=9, embedded=9), True, ""),
        (DocumentsOverview(chunks=9, embedded=None), True, ""),
    ],
)
def test_meanings_left_for_later_are_told(overview: DocumentsOverview, stopped: bool, said: str) -> None:
    told = meaning_left(overview, stopped=stopped)
    assert told.startswith(said)
    assert bool(told) == bool(said)


def test_a_pause_holds_also_who_waits(kairos: Commands, papers: Path) -> None:
    kairos("documents", "add", str(papers))
    assert "paused" in kairos("documents", "pause").out
    assert "Paused by you" in kairos("documents", "index").out
    assert "Paused" in kairos("documents", "status").out
    kairos("documents", "resume")
    assert kairos("documents", "index", "--json").json()["finished"]


def test_documents_out_of_reach_are_kept_until_told_otherwise(kairos: Commands, papers: Path) -> None:
    kairos("documents", "add", str(papers))
    kairos("documents", "index")
    papers.rename(papers.with_name("unplugged"))
    done = kairos("documents", "index")
    assert f"kept as they were: {len(DOCUMENTS)}." in done.out
    assert "--forget-missing" in kairos("documents", "status").out
    assert "not there now" in kairos("documents", "list").out
    assert kairos("documents", "index", "--forget-missing", "--json").json()["removed"] == len(DOCUMENTS)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "{papers}/none"), "does not exist"),
        (("add", "{papers}/birds-text.txt"), "is a file. Name the folder it is in"),
        (("add", "{home}"), "is your whole home folder"),
        (("add", "/"), "if you mean all of it, say so (--yes)"),
        (("add", "{papers}", "--include", "["), "The pattern “[” matches nothing"),
        (("add", "{papers}", "--largest-mib", "0"), "can be from 1 byte to 4 GiB"),
        (("remove", "9"), "No folder is named yet"),
        (("index",), "No folder is named yet"),
        (("add", ""), "No path was given"),
        (("add", "~nobodyofthisname/papers"), "no account here"),
        (("add", "two\0parts"), "a sign in it that no path has"),
        (("add", "half\ud800"), "a sign in it that no path has"),
        (("add", "x" * 300), "File name too long"),
        (("remove", "x" * 300), "No folder is named yet"),
        (("remove", "two\0parts"), "a sign in it that no path has"),
        (("remove", "~nobodyofthisname"), "no account here"),
        (("search", "birds in:~nobodyofthisname"), "no account here"),
    ],
)
def test_what_a_newcomer_gets_wrong_is_told(kairos: Commands, papers: Path, words: tuple[str, ...], said: str) -> None:
    done = kairos("documents", *(word.format(papers=papers, home=Path.home()) for word in words))
    assert done.status == 1
    assert said in done.err
    assert kairos("documents", "list", "--json").json() == []


def test_folders_do_not_overlap(kairos: Commands, papers: Path) -> None:
    (papers / "inner").mkdir()
    kairos("documents", "add", str(papers))
    assert "is one of your folders already" in kairos("documents", "add", str(papers)).err
    assert "it is indexed already" in kairos("documents", "add", str(papers / "inner")).err
    assert "kairos documents remove 1" in kairos("documents", "add", str(papers.parent)).err
    link = papers.with_name("link")
    link.symlink_to(papers)
    assert "is one of your folders already" in kairos("documents", "add", str(link)).err


def test_the_home_folder_is_taken_where_the_person_is_sure(kairos: Commands) -> None:
    assert kairos("documents", "add", str(Path.home()), "--yes", "--json").json()["path"] == str(Path.home().resolve())


def test_patterns_and_sizes_are_kept_and_told(kairos: Commands, papers: Path) -> None:
    kairos("documents", "add", str(papers), "--include", "*.md", "--exclude", "drafts/", "--largest-mib", "1.5")
    said = kairos("documents", "list").out
    assert "only *.md; without drafts/; up to 1.5 MiB" in said
    assert kairos("documents", "index", "--json").json()["read"] == 1


def test_one_at_a_time(kairos: Commands, papers: Path) -> None:
    kairos("documents", "add", str(papers))
    with ProcessLock(ProfilePaths(kairos.folder).worker_lock(WorkerJob.INDEX)) as lock:
        lock.acquire(who="worker")
        done = kairos("documents", "index")
        assert done.status == 1
        assert "kairos documents status" in done.err
        assert kairos("documents", "status", "--json").json()["works"]
