"""What each file of a round holds, leaves out and does not hide: plain sentences, the same for everybody."""

from __future__ import annotations

from engine.domain.team import TeamFile

NEVER = (
    "No titles, no names of programs, documents or sites, no paths, no days and no times of day.",
    "None of your own categories: what is not one of the fixed groups counts as other.",
)
HOLDS: dict[TeamFile, tuple[str, ...]] = {
    TeamFile.ROUND: (
        "The round's name and week, the groups that are added up, and how many people you expect.",
        "The rules of the noise, and a public key. No figures.",
    ),
    TeamFile.JOIN: ("The name you give here, and two public keys made for this round. No figures.",),
    TeamFile.ROSTER: ("The names and public keys of all who joined. No figures.",),
    TeamFile.CONTRIBUTION: (
        "Your time of the week in each group, under masks: alone it cannot be told from random numbers.",
        "Shares of the masks, sealed for the other members, so that the sum works out without those who drop out.",
    ),
    TeamFile.REQUEST: (
        "Who contributed and who did not, and the sealed shares that take the masks off the sum. No figures.",
    ),
    TeamFile.ANSWER: (
        "Shares of masks, sealed for the lead: those that take the masks off the sum over all. No figures.",
    ),
    TeamFile.RESULT: ("The sums over all who contributed, and the names of these.",),
}
FIGURES_LEFT_OUT = ("Nobody sees your own figures, the lead neither.",)
IN_THE_SUM = (
    "The sums show what all of you together did; in a small or uniform team that tells something of everyone.",
    "The names of who contributed and who did not are seen by the lead and by those who contributed.",
    "Compare the list's fingerprint with the others by voice: a lead who made up members could see you through.",
    "A lead together with two thirds of the members could take your masks off.",
)
WITH_NOISE = (
    "Noise blurs what your week adds to the sums, as far as epsilon says; what several weeks tell adds up.",
    "What you recorded beyond the round's cap of hours is not counted.",
)
WITHOUT_NOISE = ("There are too few people for noise: figures are rounded, and that promises nothing mathematical.",)
JOINING = ("Your name, and that you take part, is seen by all members.",)
NEXT: dict[TeamFile, str] = {
    TeamFile.ROUND: "Give this file to everybody who may take part, and collect the files they make of it.",
    TeamFile.JOIN: "Give this file to the lead.",
    TeamFile.ROSTER: "Give this file to everybody on the list. Compare the fingerprint by voice, then contribute.",
    TeamFile.CONTRIBUTION: "Give this file to the lead.",
    TeamFile.REQUEST: "Give this file to everybody who contributed, and collect their answers.",
    TeamFile.ANSWER: "Give this file to the lead. Your keys of this round are wiped.",
    TeamFile.RESULT: "These are the sums. The keys of this round are wiped.",
}
"""What to do with a file that was made."""
WAITING: dict[TeamFile, str] = {
    TeamFile.CONTRIBUTION: "Wait for those who are missing, or go on without them: later they cannot be counted.",
    TeamFile.ANSWER: "Collect more answers.",
}
"""What to do where files are missing."""


def does_not_hide(kind: TeamFile, *, noisy: bool) -> tuple[str, ...]:
    """Return what a file, and what becomes of it, does not hide."""
    if kind is TeamFile.JOIN:
        return JOINING
    if kind in {TeamFile.CONTRIBUTION, TeamFile.ANSWER, TeamFile.RESULT}:
        return (*IN_THE_SUM, *(WITH_NOISE if noisy else WITHOUT_NOISE))
    return ()
