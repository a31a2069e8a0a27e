"""Write the repository of an authority that begins: data, the pin of the program, the forge's files."""

from socialvalue.beginning.data_folder import OPEN
from socialvalue.beginning.districts import District, chosen, districts
from socialvalue.beginning.questions import areas_asked, settings_asked
from socialvalue.beginning.repository import begin
from socialvalue.beginning.wanted import Wanted

__all__ = ["OPEN", "District", "Wanted", "areas_asked", "begin", "chosen", "districts", "settings_asked"]
