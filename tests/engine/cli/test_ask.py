"""`kairos ask`: answers, dialogues, choices, and what is planned only once confirmed."""

from __future__ import annotations

from helpers.command_line import Commands


def test_a_dialogue_goes_on_and_choices_are_taken(filled: Commands) -> None:
    asked = filled("ask", "How long did I work?", "--session", "one")
    assert asked.status == 0
    assert "Which days do you mean?" in asked.out
    assert "1  today: how long did i work today?" in asked.out
    chosen = filled("ask", "4", "--session", "one", "--json").json()
    assert chosen["outcome"] == "answered"
    assert chosen["figures"][0]["value"] > 0
    mornings = filled("ask", "only mornings", "--session", "one", "--json").json()
    assert mornings["query"]["clock"] == [360, 720]
    assert filled("ask", "only mornings", "--json").json()["outcome"] == "refused"
    again = filled("ask", "--session", "one", "--json").json()
    assert [turn["figures"] for turn in again] == [[], chosen["figures"], mornings["figures"]]
    assert f"[{mornings['basis']}]" in filled("ask", "--session", "one").out


def test_nothing_is_planned_before_a_yes(kairos: Commands) -> None:
    proposed = kairos("ask", "Block two hours for taxes tomorrow", "--json").json()
    assert proposed["outcome"] == "proposed"
    assert proposed["proposed"]["title"] == "taxes"
    assert "taxes" not in kairos("plan", "show", "--json").out
    done = kairos("ask", "帮我明天安排两个小时写报告", "--yes")
    assert done.status == 0
    assert "已安排" in done.out
    again = kairos("ask", "Block two hours for taxes tomorrow", "--json").json()
    assert again["proposed"]["start_ms"] >= proposed["proposed"]["end_ms"]
    assert kairos("plan", "undo").status == 0
    assert kairos("ask", "Block two hours for taxes tomorrow", "--json").json()["proposed"] == proposed["proposed"]


def test_a_question_that_needs_the_one_before_says_how_to_go_on(filled: Commands) -> None:
    assert 'kairos ask --session NAME "..."' in filled("ask", "and the week before?").out
    assert "--session" not in filled("ask", "and the week before?", "--session", "new").out
    assert "--session" not in filled("ask", "How long did I work?").out


def test_an_empty_profile_answers_that_nothing_is_there(kairos: Commands) -> None:
    assert "Nothing was recorded there." in kairos("ask", "Which apps did I use most this week?").out
    refused = kairos("ask", "What is the meaning of life?")
    assert refused.status == 0
    assert "How much time did I spend on email last week?" in refused.out
