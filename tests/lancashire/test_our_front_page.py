"""What the front page says of our own data."""

from lancashire.ours import valued
from socialvalue.publish.site import Site
from socialvalue.publish.story import pounds
from socialvalue.publish.story.largest import largest
from socialvalue.publish.story.theirs_and_ours import beside


def test_the_real_site_says_what_its_data_say() -> None:
    """The five figures, the four lines with a £, and whose projects are whose, of the repository's own data."""
    site = Site(valued())
    assert [row["number"] for row in largest(site)] == ["25,000", "11,489", "8,500", "8,000", "5,508"]
    assert not pounds.lead(site).pounds
    found = beside(site)
    assert found is not None
    assert found.theirs["as_written"] == "£25.9 million"
    assert len(found.missing) == 6
    growth = {row["project"] for row in site.rows("projects", "programme", "growth-deal")}
    growth |= {row["project"] for row in site.rows("project-programmes", "programme", "growth-deal")}
    ours = {row["project"] for row in found.projects}
    said = next(part.ours for part in found.parts if part.id == "projects")
    assert said.startswith("None") is not bool(growth & ours)


def test_the_front_page_says_that_local_means_several_things() -> None:
    """Where local spending stands first, as on the pages of places: its lines draw three rings."""
    (local, *_others) = pounds.keys(Site(valued()))
    assert local["kind"] == "local"
    assert local["words"][1].endswith("“Local” means 3 different things in it.")
