"""The roles of a new installation. They are a proposal: an administrator edits them or adds others."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kontor.people.rights import Right, Scope


@dataclass(frozen=True)
class BuiltIn:
    code: str
    name: str | Promise
    scope: Scope
    rights: frozenset[Right]


_SELLING = {
    Right.KEEP_CLIENTS, Right.LOG_CONTACTS, Right.TAKE_ORDERS, Right.ISSUE_INVOICES, Right.ALLOCATE_PAYMENTS,
    Right.PREPARE_CASH, Right.SEND_TO_PICKING, Right.RECONCILE, Right.SEE_MARGIN,
}  # fmt: skip
_LEADING = _SELLING | {
    Right.SET_TERMS, Right.CHANGE_OWNER, Right.KEEP_CATALOG, Right.KEEP_PRICES, Right.EXCUSE_DUTIES, Right.CHANGE_SETTINGS,
}  # fmt: skip
_BOOKS = {Right.LOAD_STATEMENTS, Right.ALLOCATE_PAYMENTS, Right.RECONCILE, Right.LOG_CONTACTS}
_GOODS = {Right.PICK_GOODS, Right.RELEASE_GOODS}


def _role(code: str, name: str | Promise, scope: Scope, rights: set[Right]) -> BuiltIn:
    return BuiltIn(code, name, scope, frozenset(rights))


BUILT_IN = {
    role.code: role
    for role in (
        _role("sales_manager", _("sales manager"), Scope.OWN, _SELLING),
        _role("key_account_manager", _("key-account manager"), Scope.OFFICE, _SELLING | {Right.SET_TERMS}),
        _role("back_office", _("back-office clerk"), Scope.OFFICE, _SELLING - {Right.SEE_MARGIN}),
        _role("wholesale_head", _("head of wholesale"), Scope.ALL, _LEADING),
        _role("office_head", _("head of the office"), Scope.OFFICE, _LEADING - {Right.CHANGE_SETTINGS}),
        _role("director", _("director"), Scope.ALL, _LEADING),
        _role("accountant", _("accountant"), Scope.ALL, _BOOKS | {Right.SEE_MARGIN}),
        _role("cashier", _("cashier"), Scope.ALL, {Right.TAKE_CASH}),
        _role("warehouse", _("warehouse keeper"), Scope.ALL, _GOODS),
        _role("purchasing", _("purchasing"), Scope.ALL, {Right.BUY_GOODS, Right.KEEP_CATALOG, Right.SEE_MARGIN}),
        _role("admin", _("administrator"), Scope.ALL, {Right.KEEP_STAFF, Right.CHANGE_SETTINGS}),
    )
}
