"""The assistant page: questions about one's own time, each answer with the period, filter and rows it rests on."""

from desktop_app.pages.assistant.page import AssistantPage

__all__ = ["AssistantPage"]
