"""What texts are about: their words, topics among them; the one folder that loads scikit-learn."""
