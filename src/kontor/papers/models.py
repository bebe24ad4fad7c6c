"""Tables of stored files and of paper copies that have to come back."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.documents.models import Document
from kontor.parties.models import Client
from kontor.people.models import Staff


class File(models.Model):
    """A file kept with a paper or a client: a scan, an offer, a printed form as it was sent."""

    name = models.CharField(_("file"), max_length=160)
    mime = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="files")
    client = models.ForeignKey(Client, models.PROTECT, null=True, related_name="files")
    by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.name


class PaperCopy(models.Model):
    """Copies handed over for signature, and one of them that has to come back."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="copies")
    handed_on = models.DateField()
    handed_to = models.CharField(max_length=160)
    due_on = models.DateField()
    returned_on = models.DateField(null=True)
    place = models.CharField(_("place of the original"), max_length=120, blank=True)
    scan = models.ForeignKey(File, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document"], name="one_copy_under_way", condition=models.Q(returned_on=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} → {self.handed_to}"
