"""What the site says: its language, figures as words, the vocabulary, and why something is so."""
