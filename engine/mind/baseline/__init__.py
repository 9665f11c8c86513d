"""The rules every learned model must beat on later weeks, or it is not used; plain NumPy, never torch."""
