"""One table: the posts that were already carried out."""

from django.db import models


class Posted(models.Model):
    """A form or API call that was carried out, under the key its sender gave it, with the answer it got."""

    op = models.UUIDField()
    staff = models.BigIntegerField(help_text="id of the staff who sent it; the floor of people lies above this one")
    digest = models.CharField(max_length=64, help_text="fingerprint of address and contents")
    status = models.PositiveSmallIntegerField(default=0, help_text="0 while it is being carried out")
    headers = models.JSONField(default=dict)
    body = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["staff", "op"], name="posted_once")]
