"""The house itself: offices, warehouses, firm and accounts, staff in their roles, standard and calendar."""

from datetime import date

from kontor.catalog.actions import enter_known_vat_rates
from kontor.demo.actions.words import OFFICE_CODES, ZONES
from kontor.demo.world import facts
from kontor.parties.models import Firm, FirmAccount
from kontor.people import actions as people
from kontor.people.models import Office, Staff
from kontor.standards import actions as standards
from kontor.stock.models import Warehouse


def open_offices(world: facts.World) -> dict[str, Office]:
    """The offices by the codes of the world."""
    offices = {}
    for each in world.firm.offices:
        code = OFFICE_CODES[each.code][world.lang]
        office = people.open_office(each.name, code=code, country=world.firm.country, city=each.city)
        office.address, office.phone, office.time_zone = each.address, each.phone, ZONES.get(each.code, ZONES[""])
        if world.lang == "zh":
            office.time_zone = ZONES["zh"]
        office.save()
        offices[each.code] = office
    return offices


def build_warehouses(world: facts.World, offices: dict[str, Office]) -> dict[str, Warehouse]:
    """The warehouses by code; each belongs to the office that ships from it."""
    home = {each.warehouse: offices[each.code] for each in world.firm.offices}
    return {
        each.code: Warehouse.objects.create(
            name=each.name, code=each.code[:8], office=home[each.code], address=each.address
        )
        for each in world.firm.warehouses
    }


def hire_staff(world: facts.World, offices: dict[str, Office], language: str) -> dict[str, Staff]:
    """Everybody by login. Nobody has a password: the demo lets people in by a click."""
    people.establish_roles()
    staff = {}
    for each in world.firm.staff:
        person = people.hire(each.email, name=each.person.full, office=offices[each.office], roles=[each.role])
        person.position, person.phone, person.language = each.position, each.phone, language
        person.save()
        staff[each.login] = person
    return staff


def found_firm(world: facts.World) -> tuple[Firm, list[FirmAccount]]:
    """Our own company and its accounts, the current one first."""
    known, papers = world.firm, world.firm.requisites
    firm = Firm.objects.create(
        name=known.short_name,
        full_name=papers.legal_name,
        country=known.country,
        currency=known.currency,
        tax_id=papers.tax_id,
        kpp=papers.kpp,
        registration=papers.ogrn,
        address=papers.address,
        phone=known.phone,
        email=known.email,
        director=known.director,
        accountant=known.chief_accountant,
    )
    accounts = [
        FirmAccount(
            firm=firm,
            number=each.number,
            bank=each.bank,
            bic=each.bic,
            correspondent=each.correspondent,
            is_main=place == 0,
            currency=known.currency,
        )
        for place, each in enumerate(known.accounts)
    ]
    return firm, FirmAccount.objects.bulk_create(accounts)


def take_over_standard(since: date, admin: Staff) -> None:
    """The wholesaler's playbook, the public holidays, the VAT rates of the law."""
    standards.seed_calendar(["RU", "CN"], range(since.year - 1, since.year + 3))
    standards.apply_playbook("wholesale", since=since, by=admin)
    enter_known_vat_rates()
