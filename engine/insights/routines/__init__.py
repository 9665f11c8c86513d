"""What recurs and what changed: daily values, change detection, habits and shapes of days."""
