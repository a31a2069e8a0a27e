"""Room 4: publish what was valued. Pure until write.py."""
