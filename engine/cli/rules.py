"""`kairos rules`: what counts as what; list, try, add, remove, take in, give out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.rule_suggest import suggest
from engine.cli.rule_words import (
    counted,
    decision_json,
    decision_lines,
    overlap_json,
    overlap_lines,
    remarks_json,
    rule_json,
    rule_line,
)
from engine.cli.terminal import say, say_json
from engine.domain.categories import Facet
from engine.domain.errors import UsageError
from engine.domain.look import Look
from engine.domain.plain_text import plain
from engine.domain.rule_pack import RulesFormat
from engine.domain.rules import All, Expression, Field, How, Test

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.labelling import Relabelled, RulesChange
    from engine.domain.rule_pack import Pack, Remark

group = typer.Typer(
    help="What counts as what: categories, projects, tags.", no_args_is_help=True, rich_markup_mode=None
)

AppText = Annotated[str | None, typer.Option("--app", metavar="TEXT", help="The app's name.")]
TitleText = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The window's title.")]
SiteText = Annotated[str | None, typer.Option("--site", metavar="TEXT", help="The site: example.org/path.")]
DocumentText = Annotated[str | None, typer.Option("--document", metavar="TEXT", help="The document's path or name.")]
_STDOUT = Path("-")


class Starter(StrEnum):
    """The packs to begin with."""

    EN = "en"
    ZH = "zh"


@group.callback()
def rules() -> None:
    """What counts as what: categories, projects, tags."""


@group.command("list")
def list_rules(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """List the rules in their order, and what is wrong with them."""
    with opened(profile_of(context, profile)) as engine:
        tree, found, overlaps = engine.rules.tree(), engine.rules.all(), engine.rules.overlaps()
    if as_json:
        categories = [
            {
                "id": one.id,
                "path": list(tree.path(one.id)),
                "colour": tree.colour(one.id),
                "weight": tree.weight(one.id),
            }
            for one in tree.in_order()
        ]
        warnings = [overlap_json(one) for one in overlaps]
        say_json({"categories": categories, "rules": [rule_json(one, tree) for one in found], "warnings": warnings})
        return
    if not found:
        say("There are no rules yet. Begin with: kairos rules starter")
    for line in [*(rule_line(one, tree) for one in found), *overlap_lines(overlaps)]:
        say(plain(line))


@group.command("test")
def try_window(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    app: AppText = None,
    title: TitleText = None,
    site: SiteText = None,
    document: DocumentText = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Say what a window would be counted as, which rules match it, and why the winner wins."""
    if not (app or title or site or document):
        raise UsageError("Name at least one of --app, --title, --site and --document.")
    with opened(profile_of(context, profile)) as engine:
        tree = engine.rules.tree()
        decision = engine.rules.decide(Look(0, app or "", title or "", site or "", document or ""))
    if as_json:
        say_json(decision_json(decision, tree))
        return
    for line in decision_lines(decision, tree):
        say(plain(line))


@group.command("add")
def add_rule(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    category: Annotated[
        str | None, typer.Option("--category", metavar="PATH", help="What matches counts as this: 'Work > Code'.")
    ] = None,
    project: Annotated[str | None, typer.Option("--project", metavar="NAME", help="Or a project.")] = None,
    tag: Annotated[str | None, typer.Option("--tag", metavar="NAME", help="Or a tag.")] = None,
    app: AppText = None,
    title: TitleText = None,
    site: SiteText = None,
    document: DocumentText = None,
    how: Annotated[
        How | None, typer.Option("--how", help="How to compare.", show_default="contains; site: equals")
    ] = None,
    case: Annotated[bool, typer.Option("--case", help="Capital and small letters differ.")] = False,
    create: Annotated[bool, typer.Option("--create", help="Make the category where it is missing.")] = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Add a rule: what matches all that is named counts as the category, project or tag."""
    facet, target = _target(category, project, tag)
    texts = {Field.APP: app, Field.TITLE: title, Field.SITE: site, Field.DOCUMENT: document}
    match = _match({field: text for field, text in texts.items() if text is not None}, how, case=case)
    with opened(profile_of(context, profile)) as engine:
        _told(engine, engine.rules.add_named(facet, target, match, create=create), as_json=as_json)


def _target(category: str | None, project: str | None, tag: str | None) -> tuple[Facet, tuple[str, ...]]:
    named = [(facet, text) for facet, text in zip(Facet, (category, project, tag), strict=True) if text is not None]
    if len(named) != 1:
        raise UsageError("Name one of --category, --project and --tag.")
    facet, text = named[0]
    parts = text.split(">") if facet is Facet.CATEGORY else [text]
    return facet, tuple(part.strip() for part in parts)


def _match(texts: dict[Field, str], how: How | None, *, case: bool) -> Expression:
    tests = [Test(field, how or _usual(field), text, case) for field, text in texts.items()]
    if not tests:
        raise UsageError("Name at least one of --app, --title, --site and --document.")
    return tests[0] if len(tests) == 1 else All(tuple(tests))


def _usual(field: Field) -> How:
    return How.EQUALS if field is Field.SITE else How.CONTAINS


@group.command("remove")
def remove_rule(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="The rule's number, as `kairos rules list` shows it.")],
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Remove a rule; what it counted is decided anew."""
    with opened(profile_of(context, profile)) as engine:
        _told(engine, engine.rules.remove_rule(number), as_json=as_json)


@group.command("import")
def import_rules(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A rule pack of Kairos, or categories exported by ActivityWatch.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be added, and add nothing.")] = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Take in categories and rules from a file; what is there already is not added again."""
    with opened(profile_of(context, profile)) as engine:
        pack = engine.rules.read(file)
        if dry_run:
            _previewed(engine, pack, as_json=as_json)
        else:
            _told(engine, engine.rules.install(pack), as_json=as_json, pack=pack)


@group.command("starter")
def install_starter(
    context: typer.Context,
    language: Annotated[Starter, typer.Argument(help="The language of the categories' names.")] = Starter.EN,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Begin with categories and rules for common programs and sites."""
    with opened(profile_of(context, profile)) as engine:
        _told(engine, engine.rules.install(engine.rules.starter(language.value)), as_json=as_json)


@group.command("export")
def export_rules(
    context: typer.Context,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to.")] = None,
    form: Annotated[RulesFormat, typer.Option("--format", help="For whom.")] = RulesFormat.KAIROS,
    profile: ProfileOption = None,
) -> None:
    """Write all categories and rules as text, to the terminal or a file."""
    path = None if output in {None, _STDOUT} else output
    with opened(profile_of(context, profile)) as engine:
        text, left_out = engine.rules.export(path, form)
    if path is None:
        typer.echo(text, nl=False)
    for remark in left_out:
        typer.echo(plain(f"Left out: {remark.name}: {remark.text}"), err=True)


def _previewed(engine: Engine, pack: Pack, *, as_json: bool) -> None:
    new = engine.rules.preview(pack)
    if as_json:
        counts = {"categories": len(new.categories), "rules": len(new.rules), "known_rules": new.known_rules}
        say_json({**counts, "left_out": remarks_json(pack.left_out), "notes": remarks_json(pack.notes)})
        return
    parts = f"{counted(len(new.categories), 'category')} and {counted(len(new.rules), 'rule')}"
    say(f"Would be added: {parts}. There already: {counted(new.known_rules, 'rule')}.")
    _say_remarks(pack.left_out, pack.notes)


def _told(engine: Engine, change: RulesChange, *, as_json: bool, pack: Pack | None = None) -> None:
    """Relabel, and say what changed and what came of it."""
    done = engine.rules.relabel_all() if change.labels else None
    left_out, notes = (pack.left_out, pack.notes) if pack else ((), ())
    if as_json:
        say_json(
            {
                "categories": sorted(change.categories),
                "rules": sorted(change.rules),
                "looks_changed": done.changed if done else 0,
                "left_out": remarks_json(left_out),
                "notes": remarks_json(notes),
            }
        )
        return
    say(_change_words(change, done))
    _say_remarks(left_out, notes)


def _change_words(change: RulesChange, done: Relabelled | None) -> str:
    if not (change.categories or change.rules):
        return "Nothing changed: all of it is there already."
    parts = [counted(len(change.categories), "category")] if change.categories else []
    parts += [counted(len(change.rules), "rule")] if change.rules else []
    number = f" (number {next(iter(change.rules))})" if len(change.rules) == 1 else ""
    looks = counted(done.changed if done else 0, "window")
    return f"Changed: {' and '.join(parts)}{number}. Counted otherwise now: {looks}."


def _say_remarks(left_out: Sequence[Remark], notes: Sequence[Remark]) -> None:
    for word, remarks in (("Left out", left_out), ("Note", notes)):
        for remark in remarks:
            say(plain(f"{word}: {remark.name}: {remark.text}"))


group.command("suggest")(suggest)
