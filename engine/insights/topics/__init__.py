"""What texts are about: their words, topics among them."""
