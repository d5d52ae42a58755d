"""Rules over the evidence, one family a file; every problem is collected, none is raised."""

from .asks import Ask, find_asks
from .catalogue import catalogue
from .problem import Code, Problem, Severity
from .run import check

__all__ = ["Ask", "Code", "Problem", "Severity", "catalogue", "check", "find_asks"]
