"""Room 4: pages, charts and downloads, and what the terminal says of a £. Pure until write.py."""

from socialvalue.publish.explaining import in_plain_words
from socialvalue.publish.publishing import publish
from socialvalue.publish.serve import serve
from socialvalue.publish.summary import summary, suppositions
from socialvalue.publish.write import write

__all__ = ["in_plain_words", "publish", "serve", "summary", "suppositions", "write"]
