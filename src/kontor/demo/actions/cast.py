"""Who and what takes part: the rows of the database by the names that the world gives them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from random import Random

from kontor.catalog.models import Product
from kontor.catalog.queries import rates_on
from kontor.demo.actions.clock import moment
from kontor.demo.world import facts
from kontor.kernel.worktime import Calendar
from kontor.parties.models import Client, Firm, FirmAccount, Person, PriceLevel
from kontor.people.models import Office, Staff
from kontor.standards.queries import calendar
from kontor.stock.models import Warehouse


@dataclass
class Cast:
    """The company as rows. Clients and goods are filled in when they have been entered."""

    world: facts.World
    language: str
    firm: Firm
    accounts: list[FirmAccount]
    offices: dict[str, Office]
    warehouses: dict[str, Warehouse]
    staff: dict[str, Staff]
    now: datetime
    levels: dict[int, PriceLevel] = field(default_factory=dict)
    products: dict[str, Product] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)
    persons: dict[str, list[Person]] = field(default_factory=dict)
    cards: dict[str, facts.Client] = field(default_factory=dict)
    calendars: dict[int, Calendar] = field(default_factory=dict)
    rates: dict[date, dict[str, Decimal]] = field(default_factory=dict)

    def one(self, role: str) -> Staff:
        """The first who holds a role."""
        return self.staff[next(each.login for each in self.world.firm.staff if each.role == role)]

    def keeper(self, warehouse: str) -> Staff:
        """The warehouse keeper nearest to a warehouse."""
        keepers = [each for each in self.world.firm.staff if each.role == "warehouse"]
        house = self.warehouses[warehouse].office_id
        near = [each for each in keepers if self.offices[each.office].pk == house]
        return self.staff[(near or keepers)[0].login]

    def sellers(self) -> list[Staff]:
        wanted = ("sales_manager", "key_account_manager")
        return [self.staff[each.login] for each in self.world.firm.staff if each.role in wanted]

    def office_of(self, seller: Staff) -> Office:
        return next(each for each in self.offices.values() if each.pk == seller.office_id)

    def calendar(self, office: Office) -> Calendar:
        """When an office works; asked once."""
        if office.pk not in self.calendars:
            self.calendars[office.pk] = calendar(office, on=self.world.today)
        return self.calendars[office.pk]

    def at(self, day: date, when: time, office: Office) -> datetime:
        return moment(day, when, office)

    def rate(self, product: Product, day: date) -> Decimal:
        """The VAT rate of a product on a day."""
        if day not in self.rates:
            self.rates[day] = rates_on(self.firm.country, day)
        return self.rates[day][product.vat]

    def dice(self, *about: object) -> Random:
        """Chance that depends on the matter alone: the same matter always falls the same way."""
        return Random("-".join(map(str, (self.world.lang, *about))))
