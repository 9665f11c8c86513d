"""The cellar: everything Kairos keeps, in one SQLite file; the only folder that knows SQL."""
