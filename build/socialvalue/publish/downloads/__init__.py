"""What can be taken away: the release, its tables, and the data of explore and compare."""
