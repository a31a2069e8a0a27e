"""What was found, in words: ONE FILE PER FORM, each with a REPORT."""
