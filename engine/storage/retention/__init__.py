"""How long what is kept: titles are dropped after some months, all but the totals of days after some years."""
