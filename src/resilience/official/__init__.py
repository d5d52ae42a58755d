"""Official files of small areas, read into the tables that the book uses.

Layouts are known by the names of their columns; where each was seen stands in the module of the layout.
"""

from resilience.official.faults import CannotImport, Fault
from resilience.official.report import report
from resilience.official.run import FuelPoverty, Wanted, import_places, read_files
from resilience.official.sources import Given
from resilience.official.tables import Table, as_csv

__all__ = [
    "CannotImport",
    "Fault",
    "FuelPoverty",
    "Given",
    "Table",
    "Wanted",
    "as_csv",
    "import_places",
    "read_files",
    "report",
]
