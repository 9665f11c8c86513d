"""Which files of a folder are documents, told without reading them."""
