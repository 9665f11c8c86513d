"""Everything Kairos knows and decides, without a window: see the map in README.md."""

__version__ = "0.1.0"
