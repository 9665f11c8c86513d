"""What team files and rounds are called and come to, in the person's language."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from desktop_app.dialogs.share_words import ShareWords
from desktop_app.widgets.plain_text import foreign, isolated
from desktop_app.widgets.sentences import joined
from engine.domain.team import TeamFile, TeamResult, TeamRole, TeamRound, TeamState, TeamStep

_LONGEST = 60
_MOST_NAMES = 12


class TeamWords(QObject):
    """Writes in the language of the window; names from files are shown as what they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.share = ShareWords(self)

    def kind(self, kind: TeamFile) -> str:
        """Return what a file is called."""
        names = {
            TeamFile.ROUND: self.tr("An invitation to a round"),
            TeamFile.JOIN: self.tr("Somebody joins a round"),
            TeamFile.ROSTER: self.tr("The list of who joined"),
            TeamFile.CONTRIBUTION: self.tr("Somebody's masked figures"),
            TeamFile.REQUEST: self.tr("A request to add up"),
            TeamFile.ANSWER: self.tr("An answer to a request"),
            TeamFile.RESULT: self.tr("The sums of a round"),
        }
        return names[kind]

    def what_next(self, step: TeamStep) -> str:
        """Return what a file is for, and what follows where there is a step to take."""
        about, follows = self._about(step.kind), self._follows(step.makes)
        return joined(about, follows)

    def _about(self, kind: TeamFile) -> str:
        sentences = {
            TeamFile.ROUND: self.tr(
                "A lead asks a team for its hours of one week. Who joins writes a file with a fresh public key and "
                "gives it to the lead; no figures are in it."
            ),
            TeamFile.JOIN: self.tr("It holds a name and a public key, no figures. The lead puts all of them together."),
            TeamFile.ROSTER: self.tr("Everybody who joined is on it."),
            TeamFile.CONTRIBUTION: self.tr(
                "To everybody it looks like random numbers. The lead needs those of the others as well."
            ),
            TeamFile.REQUEST: self.tr("The lead names who contributed and who dropped out."),
            TeamFile.ANSWER: self.tr("It helps to take the masks off the sum. The lead puts all of them together."),
            TeamFile.RESULT: self.tr("What the whole team came to. Nobody's own figures are in it."),
        }
        return sentences[kind]

    def _follows(self, makes: TeamFile | None) -> str:
        if makes is TeamFile.CONTRIBUTION:
            return self.tr(
                "The next step writes your own figures under a mask that only the sum of all takes off; give that file "
                "to the lead."
            )
        if makes is TeamFile.ANSWER:
            return self.tr(
                "The next step writes what is needed to take the masks off the sum, and of nobody alone; then your "
                "keys are wiped."
            )
        return ""

    def action(self, step: TeamStep) -> str:
        """Return what the button says that takes the next step, "" where there is none."""
        names = {
            TeamFile.JOIN: self.tr("Join and save the file…"),
            TeamFile.CONTRIBUTION: self.tr("Contribute and save the file…"),
            TeamFile.ANSWER: self.tr("Answer and save the file…"),
        }
        return "" if step.makes is None else names.get(step.makes, self.tr("Save the next file…"))

    def protection(self, *, noisy: bool, fewest: int, epsilon_millionths: int) -> str:
        """Return what protects one person in the sums."""
        if noisy:
            text = self.tr(
                "Noise is added so that the sums hardly tell what the week of any one person adds to them "
                "(differential privacy, epsilon %1)."
            )
            return text.replace("%1", self.share.epsilon(epsilon_millionths))
        text = self.tr(
            "Sums are rounded, and told only where at least %1 contribute. That is a threshold, not differential "
            "privacy: fewer than 20 take part."
        )
        return text.replace("%1", QLocale().toString(fewest))

    def took_part(self, result: TeamResult) -> str:
        """Return how many took part, and who joined and is not in it."""
        text = self.tr("%n people are in the sums.", "", len(result.contributed))
        if not result.left_out:
            return text
        missing = self.tr("Not in them: %1.").replace("%1", self.names(result.left_out))
        return joined(text, missing)

    def names(self, names: tuple[str, ...]) -> str:
        """Return names from files one after another, at most a dozen."""
        shown = ", ".join(isolated(foreign(name, _LONGEST)) for name in names[:_MOST_NAMES])
        return f"{shown} …" if len(names) > _MOST_NAMES else shown

    def state(self, one: TeamRound) -> str:
        """Return how far a round is, and what comes next."""
        names = {
            TeamState.BEGUN: self.tr("waits for people to join"),
            TeamState.CLOSED: self.tr("waits for contributions"),
            TeamState.ASKED: self.tr("waits for answers"),
            TeamState.DONE: self.tr("added up"),
            TeamState.JOINED: self.tr("joined; waits for the list"),
            TeamState.CONTRIBUTED: self.tr("contributed; waits for the request"),
            TeamState.ANSWERED: self.tr("all given; keys wiped"),
            TeamState.FORGOTTEN: self.tr("forgotten; keys wiped"),
        }
        return names[one.state]

    def role(self, role: TeamRole) -> str:
        """Return what one is in a round."""
        return self.tr("Lead") if role is TeamRole.LEAD else self.tr("Member")
