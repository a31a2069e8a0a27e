"""What we ask of others holds for our own data: every table is listed once."""

import json

from lancashire.ours import DATA


def test_the_real_data_lists_every_table_once() -> None:
    """What we ask of others holds for our own data."""
    for path in (DATA / "register", DATA / "reference", *(DATA / "frameworks").iterdir()):
        described = json.loads((path / "datapackage.json").read_text(encoding="utf-8"))
        assert sorted(each["path"] for each in described["resources"]) == sorted(p.name for p in path.glob("*.csv"))
