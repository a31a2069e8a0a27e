"""The tiny repository without a fault that bad examples and hostile inputs start from."""

from pathlib import Path

GOOD = Path(__file__).parent / "good"
PROJECT = Path("returns/road-fund/north-road")
RETURN = PROJECT / "2024-q2"
"""The return that is changed."""
TODAY = "2026-12-01"
