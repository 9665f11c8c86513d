"""The one choke point before disk: what may be stored of a window."""
