"""One week as a file to give away: rounded, or with noise that bounds what it tells of any quarter of an hour."""
