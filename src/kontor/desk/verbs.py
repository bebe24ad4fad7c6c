"""What the desk enters in the registers when the product starts."""

from django.utils.translation import gettext_lazy as _

from kontor.approvals import kinds as approvals
from kontor.desk.beside import beside
from kontor.standards.rules import carries

approvals.add_teller(beside)
carries("W-0.3", what="page", name="desk.my_day", label=_("My day"))
carries("W-1.3.8", what="page", name="desk.products", label=_("Stock and prices"))
