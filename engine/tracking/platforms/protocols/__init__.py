"""Wayland protocols that pywayland does not ship, written down by hand: only what Kairos speaks of them."""
