"""The networks themselves and the arithmetic around them; the one folder that may load torch."""
