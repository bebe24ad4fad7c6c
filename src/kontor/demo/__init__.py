"""The demo company, made through the actions of the other apps."""
