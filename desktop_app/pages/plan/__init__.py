"""The plan page: a week of blocks beside what was done, with proposals for what is still free."""

from desktop_app.pages.plan.page import PlanPage

__all__ = ["PlanPage"]
