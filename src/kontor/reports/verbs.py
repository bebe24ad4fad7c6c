"""What reports enter when the product starts, after every app below: which rule carries out which clause."""

from django.utils.translation import gettext_lazy as _

from kontor.reports import rules
from kontor.standards.rules import carries

rules.enter()
carries("W-0.3", what="report", name="duties.list", label=_("Duties"))
carries("W-0.1", what="report", name="reports.standard", label=_("Standard: kept, late, excused, broken"))
