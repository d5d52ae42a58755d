"""Figures, one a file: each gives a chart, its table and its sentence. The only place that knows Altair.

A figure is imported from its own file, so that who only shows figures need not wait for Altair.
"""
