"""The evidence base as a Frictionless Data Package: tables that describe themselves."""

from resilience.datapackage.sheet import Sheet
from resilience.datapackage.sheets import sheets
from resilience.datapackage.write import FOLDER, write_package

__all__ = ["FOLDER", "Sheet", "sheets", "write_package"]
