"""What a person may give away: figures of a week, a team's sums, models learned together, packs. Off until chosen."""
