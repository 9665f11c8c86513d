"""One report, from totals and activities to pages, tables and files with the same figures."""
