"""What touches the disk: write, swap, serve."""
