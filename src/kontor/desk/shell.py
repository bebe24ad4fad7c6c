"""The frame of every page: which places this person has, what waits in them, who they are."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.web.shell import Command, Group, Me, Place, Shell


def shell(request: HttpRequest) -> dict[str, object]:
    """Context processor. The frame is made when a whole page draws it; parts cost nothing."""
    return {"shell": SimpleLazyObject(lambda: shell_of(request))}


def shell_of(request: HttpRequest) -> Shell:
    groups, user = groups_of(request), request.user
    return Shell(
        groups=groups,
        theme=getattr(user, "theme", ""),
        keys=getattr(user, "single_keys", True),
        density="touch" if at_the_counter(user) else "",
        tabs=[place for group in groups for place in group.places if place.key in ("d", "o", "c", "a")][:4],
        commands=commands_of(),
        me=me_of(request),
        search=address("desk:search"),
        profile=address("people:profile"),
        settings=address("people:profile"),
        sign_out=address("account_logout"),
        notices=address("desk:notices"),
        counts=address("desk:counts"),
    )


def at_the_counter(user: object) -> bool:
    """Warehouse and cash desk work with fingers and a scanner, also on a desktop."""
    return isinstance(user, Staff) and (user.may(Right.PICK_GOODS) or user.may(Right.TAKE_CASH))


def groups_of(request: HttpRequest) -> Sequence[Group]:
    """The navigation, without the places that do not exist or are not this person's."""
    groups = [
        Group(
            [
                _place(request, _("My day"), "sun", "desk:my_day", "d"),
                _place(request, _("Orders"), "file-text", "orders:orders", "o"),
                _place(request, _("Clients"), "building-2", "desk:clients", "c"),
                _place(request, _("Debts"), "hand-coins", "debts:list", "b"),
                _place(request, _("Approvals"), "stamp", "approvals:inbox", "a"),
            ]
        ),
        Group(
            [
                _place(request, _("Stock and prices"), "boxes", "catalog:list", "s"),
                _place(request, _("Warehouse"), "warehouse", "shipments:tray", "w"),
                _place(request, _("Shipments"), "truck", "shipments:list", "h"),
            ],
            _("Supply"),
        ),
        Group(
            [
                _place(request, _("Cash desk"), "banknote", "payments:cash", "k"),
                _place(request, _("Bank statement"), "landmark", "payments:bank", "p"),
            ],
            _("Money"),
        ),
        Group(
            [
                _place(request, _("Standard"), "book-open-check", "reports:standard", "t"),
                _place(request, _("Settings"), "sliders-horizontal", "standards:settings", "e"),
            ],
            _("Insight"),
        ),
    ]
    there = [Group([place for place in group.places if place.href], group.title) for group in groups]
    return [group for group in there if group.places]


def commands_of() -> Sequence[Command]:
    wanted = [
        Command(_("New order"), "plus", address("orders:new"), "N"),
        Command(_("Log a call"), "phone", address("contacts:new"), "C"),
        Command(_("New client"), "user-plus", address("clients:new")),
    ]
    return [command for command in wanted if command.href]


def me_of(request: HttpRequest) -> Me | None:
    user = request.user
    if not user.is_authenticated:
        return None
    return Me(name=user.name, role=user.title)


def address(name: str) -> str:
    """The address of a page by its name; empty while there is no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _place(request: HttpRequest, name: str, icon: str, page: str, key: str) -> Place:
    href = address(page)
    current = request.path == href if href == "/" else bool(href) and request.path.startswith(href)
    return Place(name, icon, href, key, current=current)
