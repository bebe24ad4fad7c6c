"""Pages of the settings by standard, of one setting with its history, and of the working calendar."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kontor.kernel import formats
from kontor.people.rights import Right
from kontor.people.viewer import viewer
from kontor.standards import queries
from kontor.standards.actions import set_day, set_value
from kontor.standards.clauses import clause, standards
from kontor.standards.forms import COUNTRIES, DayForm, ValueForm
from kontor.standards.settings import Setting, setting
from kontor.web.once import once
from kontor.web.parts import redirect, render

HOUSE = "house"


@require_safe
def settings_page(request: HttpRequest) -> HttpResponse:
    """What every setting of a standard is worth today; `?of=D` names the standard, `?of=house` what serves none."""
    letter = request.GET.get("of", "W")
    if letter not in (*standards(), HOUSE):
        raise Http404
    rows = queries.worth("" if letter == HOUSE else letter, on=timezone.localdate())
    return render(request, "standards/settings.html", {"papers": standards(), "letter": letter, "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@once
def setting_page(request: HttpRequest, key: str) -> HttpResponse:
    """One setting: its clauses, its history, and the form that sets a new value from a day on."""
    asked, today = _setting_or_404(key), timezone.localdate()
    now = queries.value(key, today)
    form = ValueForm(asked, request.POST or None, current=now, today=today)
    if form.is_valid():
        entry = set_value(key, by=viewer(request), **form.cleaned_data)
        value, day = asked.show(asked.read(entry.value)), formats.day_full(entry.since)
        said = _("“{setting}” is {value} from {day}.").format(setting=asked.label, value=value, day=day)
        return redirect(request, reverse("standards:setting", args=[key]), said=said)
    context = {
        "setting": asked,
        "value": asked.show(now),
        "form": form,
        "clauses": [clause(id) for id in asked.clauses],
        "entries": queries.entries(asked, on=today),
        "may_change": viewer(request).may(Right.CHANGE_SETTINGS),
    }
    status = 422 if form.errors else 200
    return render(request, "standards/setting.html", context, part="setting_form", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@once
def calendar_page(request: HttpRequest) -> HttpResponse:
    """The days of a year that differ from the working week, `?country=RU&year=2026`, and the form to change one."""
    country, year = _asked_calendar(request)
    form = DayForm(request.POST or None, initial={"country": country})
    if form.is_valid():
        entry = set_day(by=viewer(request), **form.cleaned_data)
        state = _("{day} is a working day.") if entry.is_workday else _("{day} is a day off.")
        to = f"{reverse('standards:calendar')}?country={entry.country}&year={entry.day.year}"
        return redirect(request, to, said=state.format(day=formats.day_full(entry.day)))
    context = {
        "country": country,
        "year": year,
        "countries": COUNTRIES,
        "papers": standards(),
        "days": queries.calendar_days(country, year),
        "week": setting("working_calendar").show(queries.value("working_calendar", timezone.localdate())),
        "form": form,
        "may_change": viewer(request).may(Right.CHANGE_SETTINGS),
    }
    return render(request, "standards/calendar.html", context, part="day_form", status=422 if form.errors else 200)


def _asked_calendar(request: HttpRequest) -> tuple[str, int]:
    """Country and year of the address; the reader's office and this year where it is silent."""
    country = request.GET.get("country") or viewer(request).office.country
    year = request.GET.get("year") or str(timezone.localdate().year)
    if country not in COUNTRIES or not (year.isdecimal() and 2000 <= int(year) <= 2100):
        raise Http404
    return country, int(year)


def _setting_or_404(key: str) -> Setting:
    try:
        return setting(key)
    except KeyError:
        raise Http404 from None
