"""Beside the rooms: read what many authorities publish, and put it side by side. Begin with gather.py."""
