"""Workbooks of other hands read as tables, in every form Excel and its kin have written."""
