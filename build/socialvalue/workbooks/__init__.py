"""Our own workbook for a return: how it is laid out, and how an empty one is written. Pure: bytes in memory."""

from socialvalue.workbooks.contents import contents_of
from socialvalue.workbooks.of_projects import OfProjects
from socialvalue.workbooks.writing import written

__all__ = ["OfProjects", "contents_of", "written"]
