"""The first page of the day, with what is late, what is next, and whom to call."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kontor.desk import my_day, wording
from kontor.desk.calls import card_of
from kontor.desk.waiting import counts, trays_of
from kontor.people.rights import Right
from kontor.people.viewer import viewer
from kontor.web.parts import render


def page(request: HttpRequest) -> HttpResponse:
    """My day (W-0.3): figures, late duties, the plan, the call sheet; for other roles their trays."""
    me, now = viewer(request), timezone.now()
    today, show = timezone.localdate(now), request.GET.get("show", "")
    rows, late = my_day.plan(me, now), my_day.late(me, now)
    trays = [tray for tray in trays_of(me) if tray.code not in ("late", "calls")]
    context = {
        "late": late, "plan": [row for row in rows if show in ("", row.group)], "show": show,
        "chips": wording.chips(rows), "done": sum(row.done for row in rows), "all": len(rows), "current": my_day.current(rows),
        "trays": list(zip(trays, counts(trays, me, now).values(), strict=True)), "sells": my_day.sells(me),
        "figures": my_day.figures(me, today) if my_day.sells(me) else None, "may_excuse": me.may(Right.EXCUSE_DUTIES),
        "sees_margin": me.may(Right.SEE_MARGIN), "leads": my_day.leads(me), "may_log": me.may(Right.LOG_CONTACTS),
        "lateness": wording.lateness,
    }  # fmt: skip
    context["sentence"] = wording.sentence(context)
    if my_day.sells(me):
        context |= card_of(request, me)
    return render(request, "desk/my_day.html", context, part="plan")
