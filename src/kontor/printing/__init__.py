"""Paper: PDF by typst, workbooks by XlsxWriter, the shared look of a printed document.

A printed form is two files of the app that owns the paper: `paper.py` with its facts as a frozen dataclass and
`render(paper, language)`, and `print/<form>.typ` that sets them. Forms stand on `print/kontor.typ`, facts on `parts`.
"""
