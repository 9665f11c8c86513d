"""The window: shows what the engine knows and decides nothing."""
