"""The forms in which a change can be told, one file each."""
