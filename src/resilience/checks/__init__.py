"""Rules over the evidence, one family a file; every problem is collected, none is raised."""

from resilience.checks.asks import Ask, find_asks
from resilience.checks.catalogue import catalogue, check, overdue
from resilience.checks.problem import Code, Problem, Severity

__all__ = ["Ask", "Code", "Problem", "Severity", "catalogue", "check", "find_asks", "overdue"]
