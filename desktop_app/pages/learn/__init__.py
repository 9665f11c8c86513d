"""The Learn page: skills, this week's minutes with their reasons, and cards that are due."""

from desktop_app.pages.learn.page import LearnPage

__all__ = ["LearnPage"]
