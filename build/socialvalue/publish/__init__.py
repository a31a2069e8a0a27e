"""Room 4: pages, charts and downloads. Pure until write.py."""

from socialvalue.publish.publishing import publish
from socialvalue.publish.serve import serve
from socialvalue.publish.write import write

__all__ = ["publish", "serve", "write"]
