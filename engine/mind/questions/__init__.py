"""What an unknown question may mean, learned from ways to ask that come with Kairos."""
