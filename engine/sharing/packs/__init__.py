"""Rules, reading lists, block templates and learning plans as files that people hand each other."""
