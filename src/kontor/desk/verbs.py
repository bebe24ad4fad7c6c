"""What the desk enters in the registers when the product starts."""

from kontor.approvals import kinds as approvals
from kontor.desk.beside import beside

approvals.add_teller(beside)
