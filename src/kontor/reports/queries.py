"""What others ask of the reports: the record of a standard, and whether the books add up."""

from kontor.reports.books import prove_the_books as prove_the_books
from kontor.reports.record import Asked as Asked
from kontor.reports.record import Tally as Tally
from kontor.reports.record import record as record
