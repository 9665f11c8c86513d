"""Who can open an encrypted profile: its key, wrapped once for each way to it.

Libraries for keyrings and ciphers are loaded in a short-lived process alone (child); everything else here needs none.
"""
