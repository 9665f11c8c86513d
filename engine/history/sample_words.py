"""The words sample days are made of: a made-up person's apps, papers, pages and people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SampleApp:
    """One app of the made-up person: how its titles look, and how many documents it knows.

    pattern: "{}" is the document, "{folder}" the folder it lies in.
    """

    app: str
    executable: str
    pattern: str
    documents: int
    kind: str


_WRITER, _CALC = "libreoffice-writer", "libreoffice-calc"

APPS: tuple[SampleApp, ...] = (
    SampleApp("code", "/usr/share/code/code", "{} - {folder} - Visual Studio Code", 160, "code"),
    SampleApp("firefox", "/usr/lib/firefox/firefox", "{} — Mozilla Firefox", 600, "page"),
    SampleApp("thunderbird", "/usr/lib/thunderbird/thunderbird", "{} - Mozilla Thunderbird", 220, "mail"),
    SampleApp("Slack", "/usr/lib/slack/slack", "{} - Northwind - Slack", 24, "talk"),
    SampleApp(_WRITER, "/usr/lib/libreoffice/program/soffice.bin", "{} - LibreOffice Writer", 40, "paper"),
    SampleApp(_CALC, "/usr/lib/libreoffice/program/soffice.bin", "{} - LibreOffice Calc", 25, "sheet"),
    SampleApp("org.gnome.Terminal", "/usr/libexec/gnome-terminal-server", "{}", 60, "shell"),
    SampleApp("org.gnome.Evince", "/usr/bin/evince", "{}", 70, "print"),
    SampleApp("zoom", "/opt/zoom/zoom", "{} - Zoom", 9, "meeting"),
    SampleApp("org.gnome.Nautilus", "/usr/bin/nautilus", "{}", 30, "folder"),
    SampleApp("obsidian", "/opt/Obsidian/obsidian", "{} - {folder} - Obsidian v1.8", 80, "note"),
    SampleApp("Spotify", "/usr/share/spotify/spotify", "{}", 90, "music"),
    SampleApp("wechat", "/opt/wechat/wechat", "{}", 12, "chat"),
)

# Not opened every day.
MINOR: tuple[str, ...] = ("org.gnome.Evince", "org.gnome.Nautilus", "Spotify", "wechat", "obsidian", _CALC)

# What idle moments show: pages of the same browser, and these apps.
LEISURE = SampleApp("firefox", "/usr/lib/firefox/firefox", "{} — Mozilla Firefox", 140, "leisure")
LAPSES: tuple[str, ...] = (LEISURE.app, "wechat", "Spotify")

# What each kind of work opens, the likeliest first: the n-th is opened about 1/n**1.6 as often as the first.
WORK: dict[str, tuple[str, ...]] = {
    "build": ("code", "org.gnome.Terminal", "firefox", "obsidian", "Slack", "org.gnome.Evince"),
    "write": (_WRITER, "obsidian", "org.gnome.Evince", "firefox", "Slack", "org.gnome.Nautilus"),
    "count": (_CALC, _WRITER, "firefox", "org.gnome.Evince", "Slack", "thunderbird"),
    "mail": ("thunderbird", "Slack", "firefox", _CALC, "org.gnome.Evince"),
    "meet": ("zoom", "obsidian", "Slack", "firefox"),
    "roam": ("firefox", "wechat", "Spotify", "thunderbird", "org.gnome.Nautilus"),
}

# What deep work goes to and comes back from, the likeliest first.
DEEP: dict[str, tuple[str, ...]] = {
    "build": ("org.gnome.Terminal", "obsidian", "org.gnome.Evince"),
    "write": ("obsidian", "org.gnome.Evince", _CALC),
    "count": (_WRITER, "org.gnome.Evince", "obsidian"),
}

# What another job calls for instead: app by app, with how its windows look.
OTHER_JOB: dict[str, SampleApp] = {
    "code": SampleApp("jetbrains-pycharm", "/opt/pycharm/bin/pycharm", "{folder} – {}", 160, "code"),
    "firefox": SampleApp("chromium", "/usr/bin/chromium", "{} - Chromium", 600, "page"),
    "thunderbird": SampleApp("evolution", "/usr/bin/evolution", "{} - Evolution", 220, "mail"),
    "Slack": SampleApp("teams-for-linux", "/opt/teams-for-linux/teams-for-linux", "{} | Microsoft Teams", 24, "talk"),
    "org.gnome.Terminal": SampleApp("konsole", "/usr/bin/konsole", "{}", 60, "shell"),
    "org.gnome.Evince": SampleApp("okular", "/usr/bin/okular", "{} — Okular", 70, "print"),
    "zoom": SampleApp("webex", "/opt/webex/bin/CiscoCollabHost", "{} - Webex", 9, "meeting"),
}

WORDS: dict[str, tuple[str, ...]] = {
    "topic": (
        "budget", "roadmap", "harbour survey", "onboarding", "pricing", "water supply", "release", "archive",
        "travel costs", "field study", "quarterly figures", "tender", "workshop", "rail timetable",
        "inventory", "customer survey", "grant", "safety review", "map tiles", "energy use", "library visit",
        "hiring",
    ),
    "form": (
        "draft", "notes", "final", "overview", "questions", "summary", "plan", "figures", "comments", "v2",
        "v3", "minutes", "proposal",
    ),
    "code": (
        "parser", "routes", "timeline", "index", "store", "window", "schedule", "report", "colours", "export",
        "sync", "cache", "tests", "README", "settings", "model", "query", "intervals",
    ),
    "ending": ("py", "py", "py", "rs", "ts", "md", "sql", "toml", "css"),
    "site": (
        "Wikipedia", "Stack Overflow", "GitHub", "OpenStreetMap", "arXiv", "Python documentation", "MDN",
        "Deutsche Bahn",
    ),
    "idle_site": ("YouTube", "Hacker News", "The Guardian", "Reddit"),
    "person": ("Mara", "Jonas", "Aiko", "Priya", "Tomás", "Lena", "Omar", "Ingrid", "Samuel"),
    "channel": ("general", "release", "design", "field-team", "random", "help", "data"),
    "command": ("git log", "pytest", "vim", "ssh build-2", "htop", "less", "make", "python", "rsync", "man"),
    "meeting": (
        "Weekly planning", "Stand-up", "Design review", "Customer call", "One to one", "Hiring panel",
        "Release review",
    ),
    "folder": ("Downloads", "Documents", "Pictures", "atlas", "Invoices", "Scans", "talks", "archive"),
    "music": ("Nocturne", "Blue Hour", "River Song", "Slow Train", "Open Window", "Northern Line"),
}  # fmt: skip

# A share of the papers, pages and people is Chinese; a title is in one language, save for a word it lacks here.
CHINESE: dict[str, tuple[str, ...]] = {
    "topic": (
        "预算", "季度报告", "路线图", "客户调研", "项目计划", "数据分析", "会议纪要", "图书馆", "差旅费用", "培训材料",
    ),
    "form": ("草稿", "总结", "修改稿", "清单"),
    "site": ("维基百科",),
    "idle_site": ("知乎", "哔哩哔哩", "豆瓣"),
    "person": ("王芳", "李伟", "陈静"),
    "channel": ("北京办公室",),
    "meeting": ("季度复盘", "项目例会"),
    "folder": ("下载", "照片"),
    "music": ("夜曲", "海边"),
}  # fmt: skip
