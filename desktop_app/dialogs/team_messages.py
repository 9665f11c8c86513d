"""What the engine says of team figures, listed to be translated; %1 stands for what changes."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

TEAM_MESSAGES = (
    QT_TRANSLATE_NOOP("ErrorMessages", "The process that masks figures does not answer. Try again."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The process that masks figures does not run. Install Kairos again."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Name the files that people gave you."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is of the kind “%2”; wanted is %3."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is of another round than “%2”."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is the same as “%2”: a file counts once. Leave one out."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” and “%2” are both of %3 and differ. Ask %4 which of them to use."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” was made from another version of the file before it. Ask for it anew."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "“%1” cannot be read: it is missing, a link, a folder or a device. Name the file itself.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is larger than any file of a round can be."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is damaged: it does not say its version. Ask for it again."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” was made by a newer Kairos. Bring this one up to date, then try again."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” was changed after it was made, or is not whole. Ask for it again."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is not a file of team figures."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "“%1” is not a file of a round that this Kairos understands. Ask for it again.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A round is for %1 to %2 people."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The list of members is closed, with others than these. Begin another round to add people.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The list of members is not closed yet: kairos share team close"),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "“%1” and “%2” are both of a %3. If they are two people, one of them joins in again under another name.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "“%1” of %2 came after the request was written; it cannot be counted. Leave it out.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is not the contribution of %2 that the request was written for."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 joined; a round takes %2 to %3 people."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Only %1 contributed; sums need %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This answer is of somebody who was not asked."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This file is of another round."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This file is of another week."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This file was made for another version of the file before it. Ask for it to be made again.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "You are not on this list of members. Ask the lead whether your file arrived.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This list belongs to another first file than the one you joined with. Do not use it.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A “%1” is for the lead to combine. Give it to the lead."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The week of this round ends on %1. Contribute afterwards."),
    QT_TRANSLATE_NOOP("ErrorMessages", "You contributed nothing to this round, so there is nothing to answer."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The contribution that stands in this request for you is not the one you made. Tell the others.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "You are not on this list of members."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This list of members holds other keys for you than you gave. Do not use it, and tell the others.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The list of members holds a key that protects nothing. Do not use it."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This file was not made by %1, or was changed afterwards. Ask %2 for it again.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "This file holds a key that protects nothing. Do not use it."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Of this week only totals of days are kept; it cannot be contributed."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This request asks for both masks of %1, which would show their figures. Do not answer it.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This request does not speak of the people of the list of members. Ask the lead for another.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "Only %1 contributed; sums need %2. This request is not answered."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 answers are there; the sums need %2."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The answers do not fit together: one was made by a changed program. Leave out one after the other.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "What %1 gave for you was changed on the way. Tell the lead and %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A file of the kind “%1” is wanted here; this one is a “%2”."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A name has 1 to %1 characters."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This file of the kind “%1” holds what such a file never does. Do not use it.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” cannot be written: %2. Choose another place."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is there already. Choose another name; nothing is overwritten."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The file changed since you looked at it. Look at it again."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "There is no round of that number, or more than one. See them: kairos share team show",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Epsilon lies above 0 and up to 10; the cap from a quarter of an hour to a week.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "Files of who joins are not combined with others. Leave them out."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This is the file you made yourself. Give it to the lead."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This round went on meanwhile. Try again."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The keys of this round are wiped: it is over, was forgotten, or what it was of was erased.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "These files are of a round that was not begun in this profile."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Sharing is off. Turn it on in Settings > Sharing, or with: kairos share on"),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Figures of this week went into another round. Two sums over nearly the same people could tell one apart.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Your contribution is not among those of this request; nothing is asked of you.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "You did not join this round, or not with this file. Take its first file, join, and ask for a new list.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "You answered another request of this round. A second answer could take the masks off single people.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "No titles, no names of programs, documents or sites, no paths, no days and no times of day.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "None of your own categories: what is not one of the fixed groups counts as other.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The round's name and week, the groups that are added up, and how many people you expect.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The rules of the noise, and a public key. No figures."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The name you give here, and two public keys made for this round. No figures.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The names and public keys of all who joined. No figures."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Your time of the week in each group, under masks: alone it cannot be told from random numbers.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Shares of the masks, sealed for the other members, so that the sum works out without those who drop out.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Who contributed and who did not, and the sealed shares that take the masks off the sum. No figures.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Shares of masks, sealed for the lead: those that take the masks off the sum over all. No figures.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The sums over all who contributed, and the names of these."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Nobody sees your own figures, the lead neither."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The sums show what all of you together did; in a small or uniform team that tells something of everyone.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The names of who contributed and who did not are seen by the lead and by those who contributed.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Compare the list's fingerprint with the others by voice: a lead who made up members could see you through.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A lead together with two thirds of the members could take your masks off."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Noise blurs what your week adds to the sums, as far as epsilon says; what several weeks tell adds up.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "What you recorded beyond the round's cap of hours is not counted."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "There are too few people for noise: figures are rounded, and that promises nothing mathematical.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "Your name, and that you take part, is seen by all members."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Give this file to everybody who may take part, and collect the files they make of it.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "Give this file to the lead."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Give this file to everybody on the list. Compare the fingerprint by voice, then contribute.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "Give this file to everybody who contributed, and collect their answers."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Give this file to the lead. Your keys of this round are wiped."),
    QT_TRANSLATE_NOOP("ErrorMessages", "These are the sums. The keys of this round are wiped."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Wait for those who are missing, or go on without them: later they cannot be counted.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "Collect more answers."),
)
