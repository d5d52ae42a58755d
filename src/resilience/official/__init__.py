"""Official files of small areas, read into the tables that the book uses.

Layouts are known by the names of their columns; where each was seen stands in the module of the layout.
"""

from resilience.official.faults import CannotImport, Fault
from resilience.official.read import FuelPoverty, Given, read_files
from resilience.official.report import report
from resilience.official.run import Wanted, import_places
from resilience.official.table import Table, as_csv

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
