"""The focus forecast: how focused slots of time were, how focused those ahead are likely to be, and why."""
