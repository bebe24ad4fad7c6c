"""How My day says things: the sentence under the date, how late a duty is, the chips of the plan."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.desk.my_day import CALLS, DEADLINES, Task
from kontor.kernel.formats import qty


def sentence(day: Mapping[str, Any]) -> str:
    """What the day holds, in one line of whole clauses."""
    parts = []
    if count := len(day["late"]):
        parts.append(ngettext("{count} duty is late", "{count} duties are late", count).format(count=qty(count)))
    if count := day["all"] - day["done"]:
        ahead = ngettext("{count} item is still ahead", "{count} items are still ahead", count)
        parts.append(ahead.format(count=qty(count)))
    if day["figures"] and (count := day["figures"].late_clients):
        owe = ngettext("{count} client owes money past the date", "{count} clients owe money past the date", count)
        parts.append(owe.format(count=qty(count)))
    if not day["figures"] and (count := sum(waiting.number for _tray, waiting in day["trays"])):
        wait = ngettext("{count} paper waits in your trays", "{count} papers wait in your trays", count)
        parts.append(wait.format(count=qty(count)))
    return capfirst(" · ".join(parts)) or _("Nothing is late and nothing waits.")


def lateness(over: timedelta) -> str:
    """Three days, two hours or some minutes late."""
    if over.days:
        return ngettext("{count} d late", "{count} d late", over.days).format(count=qty(over.days))
    if hours := over.seconds // 3600:
        return ngettext("{count} h late", "{count} h late", hours).format(count=qty(hours))
    minutes = max(over.seconds // 60, 1)
    return ngettext("{count} min late", "{count} min late", minutes).format(count=qty(minutes))


def chips(rows: list[Task]) -> list[tuple[str, str, object]]:
    ahead = [row.group for row in rows if not row.done]
    return [
        ("", _("All"), ""),
        (CALLS, _("Calls"), ahead.count(CALLS)),
        (DEADLINES, _("Deadlines"), ahead.count(DEADLINES)),
    ]
