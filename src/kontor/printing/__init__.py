"""Paper: PDF by typst, workbooks by XlsxWriter, the shared look of a printed document."""
