"""Whether something is what a person wants erased: pure comparisons of texts."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.domain.erasing import SHORTEST_TEXT, EraseChoice
from engine.domain.look import Look


@dataclass(frozen=True, slots=True)
class Matcher:
    """What a choice names, made ready to be compared."""

    app: str | None
    title: str | None = field(repr=False)
    part: str | None = field(repr=False)
    site: str | None = field(repr=False)
    document: str | None = field(repr=False)

    @staticmethod
    def of(choice: EraseChoice) -> Matcher:
        """Return what compares with the choice."""
        return Matcher(
            _folded(choice.app),
            choice.title,
            _folded(choice.title_with),
            None if choice.site is None else tidy_site(choice.site),
            None if choice.document is None else choice.document.strip(),
        )

    def look(self, one: Look) -> bool:
        """Tell whether a look matches all that is named; its document by what it names itself only."""
        return (
            self.app_is(one.app)
            and self.title_is(one.title)
            and (self.site is None or _within(one.site, self.site))
            and (self.document is None or self.path(one.document))
        )

    def app_is(self, name: str) -> bool:
        """Tell whether an app's name matches; any does where none is named."""
        return self.app is None or name.casefold() == self.app

    def title_is(self, title: str) -> bool:
        """Tell whether a title matches; any does where none is named."""
        if self.title is not None and title != self.title:
            return False
        return self.part is None or self.part in title.casefold()

    def path(self, path: str) -> bool:
        """Tell whether a document's path, or its file's name, matches."""
        if self.document is None or not path:
            return False
        return path == self.document or (not _split(self.document) and _file_name(path) == self.document)

    def painted(self, app: str | None, title: str | None) -> bool:
        """Tell whether a correction that names an app or title gave time what is to be erased."""
        if self.site is not None or self.document is not None:
            return False
        names_title = self.title is not None or self.part is not None
        if names_title and (title is None or not self.title_is(title)):
            return False
        if self.app is not None and app is None:
            return names_title  # the title was said for whichever app it was
        return self.app is None or (app is not None and self.app_is(app))


def mentions(text: str, wanted: tuple[str, ...]) -> bool:
    """Tell whether one of the texts stands in a text, without regard to case; a single character must be all of it."""
    folded = text.casefold()
    return any(
        one.strip().casefold() in folded if len(one.strip()) >= SHORTEST_TEXT else one.casefold() == folded
        for one in wanted
    )


def tidy_site(site: str) -> str:
    """Return a site as sites are stored: without scheme, "www." and a last slash, in small letters."""
    bare = site.strip().casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return bare.rstrip("/")


def _within(site: str, wanted: str) -> bool:
    folded = site.casefold()
    if folded == wanted or folded.startswith(wanted + "/"):
        return True
    return "/" not in wanted and folded.partition("/")[0].endswith("." + wanted)


def _split(path: str) -> bool:
    return "/" in path or "\\" in path


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _folded(text: str | None) -> str | None:
    return None if text is None else text.strip().casefold()
