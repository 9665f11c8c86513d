"""What the made-up person's projects are about: a folder's name, and the words their documents are written with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """What a project is about; chinese: its documents are written so."""

    folder: str
    words: tuple[str, ...]
    chinese: bool = False


def _topic(folder: str, words: str) -> Topic:
    return Topic(folder, tuple(words.split(", ")))


TOPICS: tuple[Topic, ...] = (
    _topic("atlas", "map tiles, projections, coastlines, zoom levels, raster cache, road labels, relief shading"),
    _topic("harbour survey", "sonar depths, mooring rings, tide gauges, silt, quay walls, echo soundings, dredging"),
    _topic("water supply", "pumping stations, pipe losses, reservoirs, valves, pressure zones, leaks, demand curves"),
    Topic("季度报告", ("预算", "销售额", "利润率", "部门费用", "同比增长", "现金流", "成本控制"), chinese=True),
    _topic("rail timetable", "train paths, dwell times, single tracks, connections, delays, signal blocks, depots"),
    _topic("energy use", "load profiles, heat pumps, meters, peak tariffs, insulation, solar roofs, base load"),
    _topic("customer survey", "questionnaires, response rates, satisfaction, free answers, samples, weights, panels"),
    _topic("field study", "transects, soil samples, hedgerows, bird counts, quadrats, weather notes, observers"),
    _topic("safety review", "hazards, near misses, checklists, emergency exits, training days, audits, incidents"),
    Topic("客户调研", ("问卷", "样本", "访谈提纲", "用户需求", "满意度", "反馈", "市场份额"), chinese=True),
    _topic("library visit", "reading rooms, catalogues, loan figures, archives, opening hours, shelves, microfilm"),
    _topic("inventory", "stock counts, barcodes, shelf life, reorder points, suppliers, pallets, shrinkage"),
    _topic("grant", "work packages, milestones, partners, eligible costs, deliverables, reviewers, impact"),
    _topic("onboarding", "first weeks, accounts, mentors, handbooks, access rights, introductions, checklists"),
)

SENTENCES: tuple[str, ...] = (
    "The {0} need another look before the {1} are settled.",
    "We compared the {0} with last year's {1} and found little difference.",
    "Open question: who keeps the {0} up to date once the {1} change?",
    "The {0} were measured twice; the {1} only once.",
    "Without the {0} nothing can be said about the {1}.",
    "Next step: write down how the {0} follow from the {1}.",
)

CHINESE_SENTENCES: tuple[str, ...] = (
    "本周重点是{0}，其次是{1}。",
    "{0}与去年的{1}相比变化不大。",
    "下一步：说明{0}如何影响{1}。",
    "关于{0}的数据还不完整，需要补充{1}。",
)
