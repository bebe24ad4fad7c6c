"""Tables of the standards: values of settings with the day from which they hold, and the days of the calendar."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.people.models import Staff


class SettingValue(models.Model):
    """What a setting is worth from a day on. Rows are only added: the history is the table."""

    key = models.SlugField(_("setting"), max_length=60)
    value = models.JSONField(_("value"))
    since = models.DateField(_("holds from"))
    set_by = models.ForeignKey(Staff, models.PROTECT, related_name="+", verbose_name=_("set by"))
    reason = models.CharField(_("reason"), max_length=500)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["key", "since", "id"]
        indexes: ClassVar = [models.Index(fields=["key", "since", "id"], name="setting_value_by_day")]

    def __str__(self) -> str:
        return f"{self.key} = {self.value} from {self.since}"


class CalendarDay(models.Model):
    """A day that differs from the working week of its country: a holiday, or a day off that is worked."""

    country = models.CharField(_("country"), max_length=2)
    day = models.DateField(_("day"))
    is_workday = models.BooleanField(_("working day"), default=False)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["country", "day"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["country", "day"], name="calendar_day_once")]

    def __str__(self) -> str:
        return f"{self.country} {self.day}"


class Revision(models.Model):
    """One row whose stamp changes with every change of settings or calendar; it tells processes to read them anew."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    stamp = models.UUIDField(default=uuid.uuid4)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(id=1), name="one_revision")]

    def __str__(self) -> str:
        return str(self.stamp)
