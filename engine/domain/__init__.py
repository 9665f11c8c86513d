"""Frozen values and pure rules, standard library only; the ground every other part stands on."""
