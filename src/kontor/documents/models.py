"""The head that all papers share, and the number series."""

from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.parties.models import Client, Currency, Firm
from kontor.people.models import Office, Staff
from kontor.people.rights import Scope

M = TypeVar("M", bound=models.Model)


class DocumentQuerySet(models.QuerySet[M]):
    """Questions that every kind of paper answers. A child's queryset inherits them."""

    def visible_to(self, staff: Staff) -> Self:
        """The papers this person may see: own ones and those of own clients, the office's, or all."""
        if staff.scope == Scope.ALL:
            return self
        if staff.scope == Scope.OFFICE:
            return self.filter(office_id=staff.office_id)
        return self.filter(models.Q(owner=staff) | models.Q(client__owner=staff))

    def locked(self, document: "int | Document") -> M:
        """This paper, read under a lock on its head and row: nobody else changes it before we are done.

        Given as an object, what it has already read of its client, office and the like is kept where it still holds.
        """
        rows = ("self",) if self.model is Document else ("self", "document")
        pk = document if isinstance(document, int) else document.pk
        fresh = self.select_for_update(no_key=True, of=rows).get(pk=pk)
        if isinstance(document, Document):
            _keep_relations(document, fresh)
        return fresh


class Document(models.Model):
    """A numbered business paper. Each kind adds its own columns in a table of its own app."""

    kind = models.CharField(_("kind"), max_length=24)
    number = models.CharField(_("number"), max_length=32)
    dated_on = models.DateField(_("date"))
    year = models.PositiveSmallIntegerField(editable=False)
    firm = models.ForeignKey(Firm, models.PROTECT, related_name="+")
    client = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="documents")
    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    owner = models.ForeignKey(Staff, models.PROTECT, related_name="documents")
    status = models.CharField(_("status"), max_length=16)
    total = models.DecimalField(_("total"), max_digits=15, decimal_places=2, default=0)
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices, default=Currency.RUB)
    based_on = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followers")
    note = models.TextField(_("note"), blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")

    objects: ClassVar[Any] = DocumentQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["kind", "-dated_on", "-id"], name="journal"),
            models.Index(fields=["kind", "status", "-id"], name="tray"),
            models.Index(fields=["client", "kind", "-id"], name="papers_of_client"),
            models.Index(fields=["owner", "kind", "-id"], name="papers_of_owner"),
            models.Index(fields=["based_on"], name="papers_based_on"),
            models.Index(fields=["number"], name="paper_number"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "firm", "year", "number"], name="number_once_a_year"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def status_label(self) -> str:
        """The status in the reader's language. Each kind names its own in `Status`; ask a paper read as its kind."""
        return str(type(self).Status(self.status).label)  # type: ignore[attr-defined]


def _keep_relations(old: Document, fresh: Any) -> None:
    for name, related in old._state.fields_cache.items():
        attname = getattr(fresh._meta.get_field(name), "attname", "")
        if attname and getattr(fresh, attname, None) == getattr(old, attname, object()):
            fresh._state.fields_cache[name] = related


class Series(models.Model):
    """The next number of a kind of paper in an office and year. Taken under lock, so it has no holes."""

    kind = models.CharField(max_length=24)
    firm = models.ForeignKey(Firm, models.CASCADE, related_name="+")
    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    next = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "firm", "office", "year"], name="series_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}: {self.next}"
