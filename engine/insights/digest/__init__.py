"""What is worth reading now, out of values: ranked by interest, free minutes and novelty, summed up in its own words."""
