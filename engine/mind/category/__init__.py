"""Which category what no rule knows belongs to, from a handful of corrections."""
