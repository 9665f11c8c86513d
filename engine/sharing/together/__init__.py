"""Learning together: rounds over a few numbers, by files that people carry or a server of their own network.

Whoever takes part keeps their history; what leaves is clipped, noised and, on the way through a server, masked. The one
file that knows Flower and gRPC is flower.py; it is started as a process of its own and sees neither history nor keys.
"""
