"""Make the demo company: the invented world as rows, and the last days through the actions that users press."""

from kontor.demo.actions.filling import fill

__all__ = ["fill"]
