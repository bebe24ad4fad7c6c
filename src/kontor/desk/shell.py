"""The frame of every page: which places this person has, what waits in them, who they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from kontor.desk import notices
from kontor.desk.waiting import counts, trays_of
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.web.parts import render
from kontor.web.shell import Command, Group, Me, Place, Shell


@dataclass(frozen=True)
class Entry:
    """A place of the navigation: its letter after G, the tray whose count it shows, and the rights of which one is needed."""

    name: str | Promise
    icon: str
    page: str
    key: str = ""
    tray: str = ""
    rights: tuple[Right, ...] = ()


_SELLS = (Right.TAKE_ORDERS, Right.LOG_CONTACTS)
_GOODS = (Right.PICK_GOODS, Right.RELEASE_GOODS)
PLACES: tuple[tuple[str | Promise, tuple[Entry, ...]], ...] = (
    (
        "",
        (
            Entry(_("My day"), "sun", "desk:my_day", "d", "late"),
            Entry(_("Orders"), "file-text", "orders:orders", "o", "drafts", (Right.TAKE_ORDERS, Right.ISSUE_INVOICES)),
            Entry(_("Clients"), "building-2", "desk:clients", "c", rights=(*_SELLS, Right.KEEP_CLIENTS)),
            Entry(_("Debts"), "hand-coins", "debts:list", "b", "calls", (*_SELLS, Right.RECONCILE)),
            Entry(_("Approvals"), "stamp", "approvals:inbox", "a", "approvals"),
        ),
    ),
    (
        _("Supply"),
        (
            Entry(_("Stock and prices"), "boxes", "desk:products", "s"),
            Entry(_("Warehouse"), "warehouse", "shipments:tray", "w", "picking", _GOODS),
            Entry(_("Shipments"), "truck", "shipments:list", "h", "release", (*_GOODS, Right.SEND_TO_PICKING)),
            Entry(
                _("Purchases"), "shopping-cart", "procurement:requests", "u", "requests", (Right.BUY_GOODS, Right.TAKE_ORDERS)
            ),
        ),
    ),
    (
        _("Money"),
        (
            Entry(_("Bank"), "landmark", "payments:bank", "k", "bank", (Right.LOAD_STATEMENTS, Right.ALLOCATE_PAYMENTS)),
            Entry(_("Cash desk"), "banknote", "payments:cash", "m", "cash", (Right.TAKE_CASH, Right.PREPARE_CASH)),
            Entry(_("Invoices"), "receipt-text", "invoices:invoices", "i", "", (Right.ISSUE_INVOICES, Right.RECONCILE)),
        ),
    ),
    (
        _("Insight"),
        (
            Entry(_("Standard"), "book-open-check", "reports:standard", "t"),
            Entry(_("Duties"), "list-checks", "duties:list", "y", "", (Right.EXCUSE_DUTIES,)),
        ),
    ),
    (
        _("The house"),
        (
            Entry(_("Staff"), "users", "people:staff_list", "f", rights=(Right.KEEP_STAFF,)),
            Entry(_("Settings"), "sliders-horizontal", "standards:settings", "e", rights=(Right.CHANGE_SETTINGS,)),
        ),
    ),
)  # fmt: skip
_TABS = ("d", "o", "c", "b", "w", "m", "k", "u", "h", "a")


def shell(request: HttpRequest) -> dict[str, object]:
    """Context processor. The frame is made when a whole page draws it; parts cost nothing."""
    return {"shell": SimpleLazyObject(lambda: shell_of(request))}


def shell_of(request: HttpRequest) -> Shell:
    """The frame. Three queries for whoever has signed in: stand-ins, all counts at once, whether there is news."""
    user = request.user
    if not isinstance(user, Staff):
        return Shell()
    groups = groups_of(request, user)
    return Shell(
        groups=groups,
        theme=user.theme,
        keys=user.single_keys,
        density="touch" if at_the_counter(user) else "",
        tabs=_tabs(groups),
        commands=commands_of(user),
        me=Me(name=user.name, role=user.title),
        search=reverse("desk:search"),
        profile=reverse("people:profile"),
        settings=reverse("people:profile"),
        sign_out=reverse("account_logout"),
        notices=reverse("desk:notices"),
        notices_new=notices.fresh(request, user),
        counts=reverse("desk:counts"),
    )


def nav_counts(request: HttpRequest) -> HttpResponse:
    """The navigation with its counts, drawn anew once a minute."""
    return render(request, "web/places.html")


def at_the_counter(user: Staff) -> bool:
    """Warehouse and cash desk work with fingers and a scanner, also on a desktop."""
    return user.may(Right.PICK_GOODS) or user.may(Right.TAKE_CASH)


def groups_of(request: HttpRequest, me: Staff) -> Sequence[Group]:
    """The navigation, without the places that are not this person's."""
    trays = {tray.code: tray for tray in trays_of(me)}
    numbers = counts(trays.values(), me, timezone.now())
    hot = {code for code, tray in trays.items() if tray.hot}
    here = _here(request)
    groups = [
        Group([_place(entry, numbers, hot, here) for entry in entries if _is_theirs(entry, me)], str(title))
        for title, entries in PLACES
    ]
    return [group for group in groups if group.places]


def _is_theirs(entry: Entry, me: Staff) -> bool:
    return not entry.rights or any(me.may(right) for right in entry.rights)


def _place(entry: Entry, numbers: Mapping[str, object], hot: set[str], here: str) -> Place:
    count = numbers.get(entry.tray) or ""
    return Place(
        str(entry.name), entry.icon, reverse(entry.page), entry.key, str(count), entry.tray in hot, entry.page == here
    )


def _here(request: HttpRequest) -> str:
    """The place to which the page belongs: the one whose address is the longest beginning of the page's own."""
    pages = {entry.page: reverse(entry.page) for _title, entries in PLACES for entry in entries}
    fits = [
        page for page, href in pages.items() if request.path == href or (href != "/" and request.path.startswith(href))
    ]
    return max(fits, key=lambda page: len(pages[page]), default="")


def _tabs(groups: Sequence[Group]) -> list[Place]:
    """Four places for the bar of the phone, in the order in which they matter."""
    places = {place.key: place for group in groups for place in group.places}
    return [places[key] for key in _TABS if key in places][:4]


_COMMANDS = (
    (_("New order"), "plus", "orders:new", "N", Right.TAKE_ORDERS),
    (_("Log a call"), "phone", "contacts:new", "C", Right.LOG_CONTACTS),
    (_("Call sheet"), "list-checks", "desk:sheet", "", Right.LOG_CONTACTS),
    (_("New client"), "user-plus", "clients:new", "", Right.KEEP_CLIENTS),
    (_("Draw up statements"), "scale", "debts:new", "", Right.RECONCILE),
)


def commands_of(me: Staff) -> Sequence[Command]:
    return [Command(str(name), icon, reverse(page), key) for name, icon, page, key, right in _COMMANDS if me.may(right)]
