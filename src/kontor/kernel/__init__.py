"""The words everything else is written in: money, quantities, working time, refusals, identifiers.

Pure: imports nothing of ours, knows no tables.
"""
