"""A calendar month in the office's time, for reports."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone


@dataclass(frozen=True, order=True)
class Month:
    first: date

    @classmethod
    def read(cls, text: str, today: date) -> "Month":
        """`2026-11`; this month where the text says nothing sensible."""
        try:
            return cls(date.fromisoformat(f"{text}-01"))
        except ValueError:
            return cls(today.replace(day=1))

    def shift(self, months: int) -> "Month":
        count = self.first.year * 12 + self.first.month - 1 + months
        return Month(date(count // 12, count % 12 + 1, 1))

    @property
    def since(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.first, time.min))

    @property
    def until(self) -> datetime:
        """The first moment after it."""
        return self.shift(1).since

    def __str__(self) -> str:
        return f"{self.first:%Y-%m}"
