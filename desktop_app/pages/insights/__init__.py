"""The Insights page: how well the learned models do on this person's history, and what came of what they said."""

from desktop_app.pages.insights.page import InsightsPage

__all__ = ["InsightsPage"]
