"""Team figures by files: sums of a week over several people, of whom nobody sees another's numbers.

The protocol is the one of Bonawitz et al., "Practical Secure Aggregation for Privacy-Preserving Machine Learning",
CCS 2017, with its rounds of sharing keys and of sending masked figures in one file, and with the seeds of pairs shared
out instead of the keys they are made of. What follows from it is in README.md under Sharing.
"""
