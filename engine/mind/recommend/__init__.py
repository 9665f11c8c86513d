"""Which documents are wanted at a moment: content, company, order, habits and what was said, learned and explained."""
