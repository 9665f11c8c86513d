"""What the person's own categories, apps, projects and sites are called, in questions too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from engine.assistant.tokens import Rule, Tag, normal, rule
from engine.domain.categories import CategoryTree
from engine.domain.questions import Group, Only

_LONGEST, _SHORTEST = 80, 2
_ALSO = {
    "firefox": ("火狐", "火狐浏览器"),
    "thunderbird": ("雷鸟",),
    "code": ("vs code", "vscode", "visual studio code"),
    "wechat": ("微信",),
    "google-chrome": ("chrome", "谷歌浏览器"),
    "org.gnome.nautilus": ("files app",),
    "dingtalk": ("钉钉",),
    "feishu": ("飞书",),
}
_ALSO_CATEGORIES = {
    "programming": ("coding", "writing code", "code writing", "写代码", "写程序", "敲代码"),
    "meetings": ("meeting", "开会", "会议"),
    "email": ("emails", "e-mail", "mail", "mails", "写邮件", "看邮件", "回邮件", "处理邮件", "收邮件"),
    "calls": ("call", "video calls", "通话", "打电话", "视频会议"),
    "learning": ("学习",),
    "writing": ("写作", "写文章", "写文档"),
    "chat": ("聊天",),
    "games": ("gaming", "玩游戏", "打游戏"),
    "news": ("看新闻",),
    "video": ("videos", "watching videos", "看视频"),
    "social media": ("社交媒体",),
    "shopping": ("购物",),
}
"""What is said for categories of these names, or of these names in the other language."""


@dataclass(frozen=True, slots=True)
class Named:
    """What there is to be named. apps: id and what each is called. also: other names of categories, by their own.

    in_titles: whether some recorded title holds these words.
    """

    tree: CategoryTree
    apps: Mapping[str, str] = field(default_factory=dict)
    projects: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    also: Mapping[str, str] = field(default_factory=dict)
    in_titles: Callable[[str], bool] = lambda _words: False

    def rules(self, text: str) -> list[Rule]:
        """Return what the names in a normal text match; each stands for everything that is called so."""
        called: defaultdict[str, dict[Only, None]] = defaultdict(dict)
        for only, names in self._all():
            for name in names:
                said = normal(name)
                if _SHORTEST <= len(said) <= _LONGEST and said in text:
                    called[said][only] = None
        return [rule(re.escape(said), Tag.NAME, tuple(found)) for said, found in called.items()]

    def called(self) -> set[str]:
        """Return all names in their normal form."""
        return {normal(name) for _, names in self._all() for name in names if name}

    def _all(self) -> Iterable[tuple[Only, list[str]]]:
        for one in self.tree.in_order():
            path = self.tree.path(one.id)
            names = [one.name, " › ".join(path), "/".join(path), self.also.get(one.name, "")]
            names += [said for name in names[:1] + names[3:] for said in _ALSO_CATEGORIES.get(name.casefold(), ())]
            yield Only(category_id=one.id, name=" › ".join(path)), names
        for app, name in self.apps.items():
            yield Only(app=app, name=name or app), [app, name, *_ALSO.get(app.casefold(), ())]
        for project in self.projects:
            yield Only(project=project, name=project), [project]
        for site in self.sites:
            host = site.partition("/")[0]
            yield Only(site=host, name=host), [host, host.rpartition(".")[0].rpartition(".")[2]]


def sort_of(only: Only) -> Group | None:
    """Return whether it is a category, an app or a project; None for anything else."""
    if only.category_id is not None:
        return Group.CATEGORY
    if only.app:
        return Group.APP
    return Group.PROJECT if only.project else None
