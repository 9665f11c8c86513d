"""The rules page: categories, their rules, and what no rule knows yet."""

from desktop_app.pages.rules.page import RulesPage

__all__ = ["RulesPage"]
