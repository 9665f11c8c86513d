"""The fixed words of report files in the language asked for; what the person named stays as it is."""

from __future__ import annotations

from collections.abc import Callable

from engine.domain.report import ReportLanguage

Say = Callable[[str], str]
"""Returns an English text of a report in another language."""

CHINESE = {
    # tables
    "Categories": "类别", "Apps": "应用", "Projects": "项目", "Tags": "标签", "Hours of the day": "一天各小时",
    "Days": "日期", "Categories with what lies below them": "类别（含下级）", "With subcategories": "含下级类别",
    "(no category)": "（无类别）", "(no window)": "（无窗口）", "(no project)": "（无项目）", "(no tag)": "（无标签）",
    "(not recorded by name)": "（未记录名称）",
    "Name": "名称", "Length": "时长", "Share": "占比", "Period before": "上一时段", "Change": "变化", "Total": "合计",
    "({0} more)": "（其余 {0} 项）",
    # figures
    "Active time": "使用时间", "Focus score": "专注分数", "Deep work": "深度工作", "Distracting": "分心",
    "Switches": "切换次数", "Fragmentation": "碎片化",
    "Half the time in stretches of at least": "一半时间所在时段至少长",
    "not enough recorded": "记录不足", "{0} of 100": "{0} 分（满分 100）",
    " ({0} to the period before)": "（较上一时段 {0}）",
    "{0} ({1} an active hour)": "{0}（每使用小时 {1} 次）",
    "{0} % of the time in stretches under 3 min": "{0} % 的时间在不到 3 分钟的时段里",
    # charts and sections
    "{0} to {1}": "{0} 至 {1}", "made by Kairos {0}": "由 Kairos 生成于 {0}",
    "Day by day": "逐日", "Hour by hour": "逐时",
    "Active time by day": "每日使用时间", "Active time by hour": "每小时使用时间",
    "Hours of the week": "一周各小时", "Active time by hour of the week": "一周各小时的使用时间",
    "Longest stretches": "最长时段", "highest {0}": "最高 {0}", "{0} h": "{0} 小时",
    "When": "时间", "In": "应用", "Category": "类别", "Title": "标题", "App": "应用", "Project": "项目", "Tag": "标签",
    "Mon": "周一", "Tue": "周二", "Wed": "周三", "Thu": "周四", "Fri": "周五", "Sat": "周六", "Sun": "周日",
    # workbook
    "Summary": "概要", "Figure": "项目", "Value": "值", "Zone": "时区", "Made": "生成时间", "Day": "星期",
    "Start (UTC)": "开始（UTC）", "Start": "开始", "End": "结束", "Source": "来源", "Activities": "活动",
    "There are more; they are in the figures above and in the files for programs.":
    "其余未列出；已计入以上数字，也在供程序使用的文件里。",
    # goals
    "Goals": "目标", "Goal": "目标", "Met": "达成", "Last": "最近一次", "Done": "已完成", "State": "状态",
    "met": "达成", "missed": "未达成",
    "under way": "进行中", "still to come": "尚未开始", "nothing recorded": "没有记录",
    "deep work": "深度工作", "a category that is gone": "已不存在的类别",
    "app {0}": "应用 {0}", "project {0}": "项目 {0}",
    "at least {0} of {1} per day": "每天至少 {0}：{1}", "at least {0} of {1} per week": "每周至少 {0}：{1}",
    "at most {0} of {1} per day": "每天至多 {0}：{1}", "at most {0} of {1} per week": "每周至多 {0}：{1}",
    "week from {0}": "{0} 起的一周", "{0} of {1}": "{1} 次中 {0} 次",
}  # fmt: skip


def english(text: str) -> str:
    """Return the text as it is."""
    return text


def speech(language: ReportLanguage) -> Say:
    """Return what says the fixed words of a report in the language."""
    return english if language is ReportLanguage.ENGLISH else _chinese


def _chinese(text: str) -> str:
    return CHINESE[text]
