"""Play many random histories, and say whether any release tells a hidden number. Usage: play_sequences.py [PROJECTS].

As test_sequences.py does, with more projects and every page of the site. It takes some minutes.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from disclosure.attack_over_time import narrowed
from disclosure.history import histories, numbers_of
from disclosure.twins import never_shown, small_counts, twin
from disclosure.world import played

PLANS = ((11, (5, 5, 5, 5), -1), (12, (5, 10, 5), -1), (13, (10, 5), -1), (14, (5, 5, 5, 5), 2))
"""Seed, threshold of each release, and which release calls itself public."""


def main(projects: int) -> int:
    """How many files or counts told something; each is named."""
    wrong = 0
    with TemporaryDirectory() as folder:
        for seed, thresholds, public in PLANS:
            told = histories(projects // len(PLANS), len(thresholds), seed)
            numbers = numbers_of(told)
            releases = played(Path(folder) / f"{seed}", told, numbers, thresholds, public, whole_site=True)
            others = twin(told, releases, numbers, seed)
            again = played(Path(folder) / f"{seed}-twin", told, others, thresholds, public, whole_site=True)
            differing = [
                (place, path)
                for place, (one, other) in enumerate(zip(releases, again, strict=True))
                for path in one.files
                if one.files[path] != other.files.get(path)
            ]
            small = small_counts(told, releases, numbers, thresholds)
            tells = narrowed([release.files for release in releases], small)
            changed = sum(numbers[name] != others[name] for name in never_shown(told, releases))
            files = sum(len(release.files) for release in releases)
            print(
                f"seed {seed}: {len(told)} projects, {len(thresholds)} releases, {files:,} files; {changed:,} hidden "
                f"numbers changed, {len(differing)} files differ; {len(small):,} small counts attacked, "
                f"{len(tells)} narrowed.",
                flush=True,
            )
            wrong += len(differing) + len(tells)
            for each in (*differing, *tells):
                print("  ", each)
    return wrong


if __name__ == "__main__":
    sys.exit(1 if main(int(sys.argv[1]) if len(sys.argv) > 1 else 200) else 0)
