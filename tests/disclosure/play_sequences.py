"""Play many random histories, and say whether any release tells a hidden number. Usage: play_sequences.py [PROJECTS].

As test_sequences.py does, with more projects and every page of the site. It takes some minutes.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from disclosure.attack_over_time import narrowed
from disclosure.history import histories, numbers_of
from disclosure.linking import linking, told_together
from disclosure.playing import Plan, played
from disclosure.twins import never_shown, small_counts, twin

PLANS = ((11, (5, 5, 5, 5), -1), (12, (5, 10, 5), -1), (13, (10, 5), -1), (14, (5, 5, 5, 5), 2))
"""Seed, threshold of each release, and which release calls itself public."""


def main(projects: int) -> int:
    """How many files or counts told something; each is named."""
    wrong = 0
    with TemporaryDirectory() as folder:
        for seed, thresholds, public in PLANS:
            told = histories(projects // len(PLANS), len(thresholds), seed)
            numbers = numbers_of(told)
            links = linking(told, len(thresholds), seed, deleted=public < 0)
            plan = Plan(told, links, thresholds, public, whole_site=True)
            releases = played(Path(folder) / f"{seed}", plan, numbers)
            others = twin(told, releases, numbers, seed)
            again = played(Path(folder) / f"{seed}-twin", plan, others)
            differing = [
                (place, path)
                for place, (one, other) in enumerate(zip(releases, again, strict=True))
                for path in one.files
                if one.files[path] != other.files.get(path)
            ]
            small = small_counts(told, releases, numbers, thresholds)
            tells = narrowed([release.files for release in releases], small)
            together = list(told_together(releases))
            changed = sum(numbers[name] != others[name] for name in never_shown(told, releases))
            files = sum(len(release.files) for release in releases)
            print(
                f"seed {seed}: {len(told)} projects, {len(thresholds)} releases, {files:,} files; {changed:,} hidden "
                f"numbers changed, {len(differing)} files differ; {len(small):,} small counts attacked, "
                f"{len(tells)} narrowed; {len(together)} numbers shown beside those of a linked one.",
                flush=True,
            )
            wrong += len(differing) + len(tells) + len(together)
            for each in (*differing, *tells, *together):
                print("  ", each)
    return wrong


if __name__ == "__main__":
    sys.exit(1 if main(int(sys.argv[1]) if len(sys.argv) > 1 else 200) else 0)
