"""Questions in English and Chinese, understood by a grammar and answered from what was recorded, or not at all."""
