"""Official files of small areas, read into the tables that the book uses.

Layouts are known by the names of their columns; where each was seen stands in the module of the layout.
"""

from .faults import CannotImport, Fault
from .read import FuelPoverty, Given, read_files
from .report import report
from .run import Wanted, import_places
from .table import Table, as_csv

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
