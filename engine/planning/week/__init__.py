"""The week optimiser: places what is wanted into free time, exactly, and says why."""
