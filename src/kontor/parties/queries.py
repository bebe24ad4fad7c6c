"""Questions about parties that every app above asks."""

from kontor.parties.models import Firm, FirmAccount, PriceLevel
from kontor.people.models import Office


def firm_of(office: Office) -> Firm:
    """The firm that sells from an office: the first one of the office's country, else our first. DoesNotExist: none yet."""
    firms = list(Firm.objects.order_by("id"))
    if not firms:
        raise Firm.DoesNotExist("No firm of ours is entered.")
    return next((firm for firm in firms if firm.country == office.country), firms[0])


def main_account(firm: Firm) -> FirmAccount | None:
    """Where clients pay to: the main account, else any."""
    return FirmAccount.objects.filter(firm=firm).order_by("-is_main", "id").first()


def first_level() -> PriceLevel | None:
    """The level of a client about whom nothing was agreed: the last and dearest."""
    return PriceLevel.objects.order_by("-rank", "-id").first()
