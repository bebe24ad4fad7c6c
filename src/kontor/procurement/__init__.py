"""Requests to purchasing for goods that are missing."""
