"""What the program carries besides its code: schemas, hand-written pages, the frame's settings.

In the repository they lie at its top; a wheel holds them inside the package. This is the one place that knows.
"""

from pathlib import Path

from socialvalue.errors import BrokenRepository

WHEEL = Path(__file__).parent / "carried"
"""Where a wheel puts them: see the build targets in pyproject.toml."""
CHECKOUT = Path(__file__).parents[2]


def carried(name: str) -> Path:
    """The file or folder of this name: schemas, docs, mkdocs.yml, what goes into every repository.

    Raises:
        BrokenRepository: it is not there, so the program was taken apart.
    """
    path = (WHEEL if WHEEL.is_dir() else CHECKOUT) / name
    if not path.exists():
        raise BrokenRepository(f"The program lacks {path}, which belongs to it. Install it again, whole.")
    return path
