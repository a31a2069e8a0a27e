"""The facts that check and value share, each in one place: pure functions on frames."""
