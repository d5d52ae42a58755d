"""The step Evaluate in parts: areas to compare with, a design, what to measure, the smallest change seen."""
