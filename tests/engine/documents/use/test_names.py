"""What titles of real programs tell of the document in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents.use.names import Shown, told
from engine.documents.use.programs import Family, family_of

NAMES = [
    ("libreoffice-writer", "report.docx - LibreOffice Writer", "report.docx"),
    ("libreoffice-calc", "预算 2026.ods - LibreOffice Calc", "预算 2026.ods"),
    ("soffice.bin", "report.odt (read-only) - LibreOffice Writer", "report.odt"),
    ("soffice.bin", "报告.odt（只读） - LibreOffice Writer", "报告.odt"),
    ("WINWORD.EXE", "report.docx - Compatibility Mode - Word", "report.docx"),
    ("WINWORD.EXE", "报告.docx  -  兼容模式 - Word", "报告.docx"),
    ("WINWORD.EXE", "报告.docx [只读] - Word", "报告.docx"),
    ("EXCEL.EXE", "budget.xlsx  -  Protected View - Excel", "budget.xlsx"),
    ("POWERPNT.EXE", "talk.pptx - 已保存到此电脑 - PowerPoint", "talk.pptx"),
    ("wps", "报告.docx - WPS 文字", "报告.docx"),
    ("et", "预算.xlsx * - WPS 表格", "预算.xlsx"),
    ("evince", "paper.pdf", "paper.pdf"),
    ("org.gnome.Evince", "paper.pdf — Attention Is All You Need", "paper.pdf"),
    ("okular", "Smith - 2020 - Sleep.pdf — Okular", "Smith - 2020 - Sleep.pdf"),
    ("Atril", "讲义（第二版）.pdf", "讲义（第二版）.pdf"),
    ("Mupdf", "paper.pdf - 3/12 (96 dpi)", "paper.pdf"),
    ("Sioyek", "paper.pdf [ 3 / 12 ]", "paper.pdf"),
    ("SumatraPDF", "paper.pdf - [Attention Is All You Need] - SumatraPDF", "paper.pdf"),
    ("Acrobat", "paper.pdf - Adobe Acrobat Reader (64-bit)", "paper.pdf"),
    ("FoxitPDFReader", "讲义.pdf * - 福昕PDF阅读器", "讲义.pdf"),
    ("Preview", "paper.pdf – Page 3 of 12", "paper.pdf"),
    ("Preview", "讲义.pdf – 第3页（共12页）", "讲义.pdf"),
    ("Preview", "paper.pdf — Edited", "paper.pdf"),
    ("Mousepad", "*notes.txt - Mousepad", "notes.txt"),
    ("Mousepad", "笔记.txt [只读] - Mousepad", "笔记.txt"),
    ("gedit", "notes.txt (~/a/…/b) - gedit", "notes.txt"),
    ("kate", "notes.txt [*] — Kate", "notes.txt"),
    ("kwrite", "notes.txt [modified] — KWrite", "notes.txt"),
    ("Code", "● plan.md - thesis - Visual Studio Code", "plan.md"),
    ("Code", "plan.md (Working Tree) - thesis - Visual Studio Code", "plan.md"),
    ("Code", "plan.md • 未保存 - thesis - Visual Studio Code", "plan.md"),
    ("sublime_text", "plan.py • (thesis) - Sublime Text (UNREGISTERED)", "plan.py"),
    ("jetbrains-pycharm", "thesis – model.py", "model.py"),
    ("jetbrains-idea", "App.java [shop.main] – shop", "App.java"),
    ("emacs", "notes.org - GNU Emacs at box", "notes.org"),
    ("Geany", "*notes.txt - /home/me/docs - Geany", "notes.txt"),
    ("notepad", "*notes.txt - 记事本", "notes.txt"),
    ("Typora", "报告.md• - Typora", "报告.md"),
    ("gimp", "plan.xcf-1.0 (RGB color 8-bit, 1 layer) 640x400 – GIMP", ""),
    ("Inkscape", "*logo.svg - Inkscape", "logo.svg"),
    ("unheard-of", "report.docx", "report.docx"),
    ("Xournalpp", "lecture.xopp - Xournal++", "lecture.xopp"),
]

PATHS = [
    ("firefox", "file:///home/me/a%20b.pdf — Mozilla Firefox", "/home/me/a b.pdf"),
    ("gedit", "*notes.txt (~/docs) - gedit", "~/docs/notes.txt"),
    ("xed", "notes.txt (/srv/data)", "/srv/data/notes.txt"),
    ("Gvim", "notes.txt + (~/docs) - GVIM1", "~/docs/notes.txt"),
    ("xterm", "笔记.txt (~/文档) - VIM", "~/文档/笔记.txt"),
    ("XTerm", "me@box: less -R ~/docs/plan.md", "~/docs/plan.md"),
    ("Mousepad", "~/docs/notes.txt - Mousepad", "~/docs/notes.txt"),
    ("notepad++", r"*C:\Users\me\a.txt - Notepad++", r"C:\Users\me\a.txt"),
    ("Zathura", "/home/me/paper.pdf [3/12]", "/home/me/paper.pdf"),
    ("Xpdf", "Xpdf: /home/me/paper.pdf", "/home/me/paper.pdf"),
    ("texstudio", "Document : /home/me/t.tex - TeXstudio", "/home/me/t.tex"),
]


@pytest.mark.parametrize(("app", "title", "name"), NAMES)
def test_a_file_name_is_told_without_what_stands_around_it(app: str, title: str, name: str) -> None:
    found = [one.text for one in told(app, title) if one.shown is Shown.NAME]
    assert name in found if name else not found


@pytest.mark.parametrize(("app", "title", "path"), PATHS)
def test_a_path_is_told_whole(app: str, title: str, path: str) -> None:
    first = told(app, title)[0]
    assert (first.shown, first.text) == (Shown.PATH, path)


@pytest.mark.parametrize(
    ("app", "title", "folder"),
    [
        ("Code", "plan.md - thesis - Visual Studio Code", "thesis"),
        ("sublime_text", "plan.md (thesis) - Sublime Text", "thesis"),
        ("jetbrains-idea", "shop [~/code/shop] – .../src/App.java [shop.main]", "src"),
        ("jetbrains-idea", "shop [~/code/shop] – .../src/App.java [shop.main]", "~/code/shop"),
        ("Geany", "notes.txt - /home/me/docs - Geany", "/home/me/docs"),
        ("gedit", "notes.txt (~/a/…/b) - gedit", "b"),
    ],
)
def test_folders_beside_the_name_are_hints(app: str, title: str, folder: str) -> None:
    assert any(folder in one.folders for one in told(app, title))


def test_a_name_without_its_ending_is_told_by_programs_that_leave_it_out() -> None:
    (word,) = told("WINWORD.EXE", "report - Word")
    assert (word.shown, word.text) == (Shown.STEM, "report")
    assert "docx" in word.endings
    notes = told("obsidian", "Ideas - Vault - Obsidian v1.8.4")
    assert [one.text for one in notes] == ["Ideas - Vault", "Ideas"]
    assert notes[1].folders == ("Vault",)
    assert told("Code", "Welcome - Visual Studio Code") == ()


def test_a_viewer_may_show_the_title_of_the_document_instead() -> None:
    shown = [one.text for one in told("Acrobat", "Attention Is All You Need - Adobe Acrobat Reader (64-bit)")]
    assert shown == ["Attention Is All You Need"]


@pytest.mark.parametrize(
    ("app", "title"),
    [
        ("Code", "plan.md - thesis [SSH: box] - Visual Studio Code"),
        ("Code", "plan.md - thesis [WSL: Ubuntu] - Visual Studio Code"),
        ("gedit", "notes.txt (sftp://box/home/me) - gedit"),
        ("xterm", "python build.py"),
        ("xterm", "me@box: ~/docs"),
        ("Mousepad", "Untitled 1 - Mousepad"),
        ("kate", "版本 3.12 — Kate"),
        ("evince", ""),
    ],
)
def test_what_is_elsewhere_run_or_unnamed_tells_nothing(app: str, title: str) -> None:
    assert not [one for one in told(app, title) if one.shown is not Shown.TITLE]


def test_what_a_page_or_a_mail_names_is_not_that_file_and_strange_programs_are_trusted_less() -> None:
    assert told("thunderbird", "report.docx - Mozilla Thunderbird") == ()
    assert told("firefox", "paper.pdf — Mozilla Firefox") == ()
    assert told("firefox", "file:///home/me/paper.pdf — Mozilla Firefox")[0].trust == 1.0
    assert told("gedit", "paper.txt - gedit")[0].trust == 1.0
    assert told("unheard-of", "paper.txt")[0].trust < 1.0


def test_programs_are_known_by_id_program_file_and_name() -> None:
    assert family_of("org.gnome.Evince") is Family.VIEWER
    assert family_of(r"C:\Program Files\Office\WINWORD.EXE") is Family.OFFICE
    assert family_of("Google Chrome") is Family.BROWSER
    assert family_of("something") is Family.UNKNOWN


@given(st.text(max_size=300), st.sampled_from(["evince", "Code", "winword", "xterm", "firefox", "?"]))
def test_no_title_makes_it_raise_and_what_is_told_is_never_empty(title: str, app: str) -> None:
    assert all(one.text for one in told(app, title))
