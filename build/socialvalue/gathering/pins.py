"""Write into the list of authorities which state of their data is meant, and touch nothing else in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from socialvalue import system
from socialvalue.errors import BrokenRepository
from socialvalue.gathering.gather import Seen
from socialvalue.gathering.sites import Sites


def chosen(sites: Sites, again: Sequence[str], looked: Iterable[Seen]) -> Iterator[Seen]:
    """Each authority that was looked at, and whether it is to be pinned: it has no checksum yet, or is in `again`.

    Raises:
        BrokenRepository: `again` names an authority that is not on the list.
    """
    known = {each.id for each in sites.listed}
    for name in again:
        if name not in known:
            raise BrokenRepository(f"{name!a} is not on the list. There are: {', '.join(sorted(known))}.")
    for seen in looked:
        listed = seen.listed
        same = (seen.sha256, seen.package) == (listed.sha256, listed.package)
        wanted = seen.sha256 and (listed.sha256 in ("", seen.sha256) or listed.id in again) and not same
        yield replace(seen, taken=bool(wanted))


def write_pins(sites: Sites, pins: Mapping[str, Seen]) -> None:
    """Write what each authority of `pins` is called and its checksum into the list; comments and order stay.

    Raises:
        BrokenRepository: the file can't be written, or was changed meanwhile.
    """
    import tomlkit

    if not pins:
        return
    document = tomlkit.parse(sites.text)
    for entry in document["authority"]:
        if entry["id"] in pins:
            entry["package"] = pins[entry["id"]].package
            entry["sha256"] = pins[entry["id"]].sha256
    try:
        if sites.path.read_bytes().decode("utf-8-sig") != sites.text:
            raise BrokenRepository(f"{sites.path} was changed meanwhile. Nothing was written. Run it again.")
        system.write_whole(sites.path, tomlkit.dumps(document).encode(), links=True)
    except OSError as error:
        raise BrokenRepository(f"{sites.path} could not be written: {system.reason(error)}.") from error
