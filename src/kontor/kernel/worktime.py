"""Working days and deadlines: pure arithmetic over one calendar. Moments are aware, days are the office's own."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """When an office works. `workdays` are weekdays, Monday is 0; single days take precedence over them."""

    workdays: frozenset[int]
    opens: time
    closes: time
    tz: tzinfo
    days_off: frozenset[date] = frozenset()
    extra_workdays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if not self.workdays or not self.workdays <= set(range(7)):
            raise ValueError("A calendar needs at least one weekday from 0 (Monday) to 6.")
        if self.opens >= self.closes:
            raise ValueError("A working day opens before it closes.")
        if both := self.days_off & self.extra_workdays:
            raise ValueError(f"A day cannot be a day off and a working day: {min(both)}.")

    def is_workday(self, day: date) -> bool:
        """Is the office open on this day?"""
        usual = day.weekday() in self.workdays and day not in self.days_off
        return usual or day in self.extra_workdays

    def next_workday(self, day: date) -> date:
        """The first working day after this one."""
        return self._step(day, _DAY)

    def previous_workday(self, day: date) -> date:
        """The last working day before this one."""
        return self._step(day, -_DAY)

    def workday_from(self, day: date) -> date:
        """This day if the office works, else the next working day."""
        return day if self.is_workday(day) else self.next_workday(day)

    def add_workdays(self, day: date, n: int) -> date:
        """The n-th working day after this one, before it if n is negative; 0 is `workday_from`."""
        if n == 0:
            return self.workday_from(day)
        for _ in range(abs(n)):
            day = self._step(day, _DAY if n > 0 else -_DAY)
        return day

    def workdays_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative if `end` lies before `start`."""
        if end < start:
            return -self.workdays_between(end, start)
        return sum(self.is_workday(start + _DAY * n) for n in range(1, (end - start).days + 1))

    def end_of_workday(self, moment: datetime) -> datetime:
        """When the working day under way closes; after hours and on days off, when the next one does."""
        local = self.local(moment)
        day = local.date()
        over = local.time() >= self.closes or not self.is_workday(day)
        return self.closing(self.next_workday(day) if over else day)

    def due_in(self, moment: datetime, *, workdays: int | None = None, days: int | None = None) -> datetime:
        """When something due in so many working days, or calendar days, from this moment is late.

        The day of the moment is not counted, and the deadline is the close of the last day. Calendar days that end on a
        day off run on to the next working day. None at all means by the end of this working day.
        """
        if (workdays is None) == (days is None) or (workdays or days or 0) < 0:
            raise ValueError("A deadline is given in working days or in calendar days, none of them negative.")
        if not workdays and not days:
            return self.end_of_workday(moment)
        today = self.local(moment).date()
        if workdays:
            return self.closing(self.add_workdays(today, workdays))
        return self.closing(self.workday_from(today + _DAY * (days or 0)))

    def local(self, moment: datetime) -> datetime:
        """The moment on the office's clock. Raises ValueError for a naive one."""
        if moment.tzinfo is None:
            raise ValueError("A moment needs its time zone.")
        return moment.astimezone(self.tz)

    def closing(self, day: date) -> datetime:
        """When the office closes on this day."""
        return datetime.combine(day, self.closes, self.tz)

    def _step(self, day: date, step: timedelta) -> date:
        day += step
        while not self.is_workday(day):
            day += step
        return day
