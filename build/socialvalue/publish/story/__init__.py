"""What the pages say: what was promised, delivered, counted, valued, and what is not known."""
