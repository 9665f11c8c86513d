"""What each page is called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def page_title(name: str) -> str:
    """Return the page's title in the language in force; name is one of options.PAGES."""
    translate = QCoreApplication.translate
    return {
        "today": translate("Pages", "Today"),
        "plan": translate("Pages", "Plan"),
        "timeline": translate("Pages", "Timeline"),
        "reports": translate("Pages", "Reports"),
        "documents": translate("Pages", "Documents"),
        "insights": translate("Pages", "Insights"),
        "learn": translate("Pages", "Learn"),
        "assistant": translate("Pages", "Assistant"),
        "rules": translate("Pages", "Rules"),
        "settings": translate("Pages", "Settings"),
    }[name]
