"""Calendar files (RFC 5545) into blocks and back; the one folder that loads icalendar, and only when asked."""
