"""Room 4: pages, charts and downloads, and what the terminal says of a £. Pure until write.py."""

from socialvalue.publish.downloads.notice import notice
from socialvalue.publish.downloads.terminal_totals import summary, suppositions
from socialvalue.publish.output.serve import serve
from socialvalue.publish.output.write import refuse_place, write
from socialvalue.publish.publishing import publish
from socialvalue.publish.story.explaining import in_plain_words

__all__ = ["in_plain_words", "notice", "publish", "refuse_place", "serve", "summary", "suppositions", "write"]
