"""The head that all papers share, numbering, and the register of kinds and actions."""
