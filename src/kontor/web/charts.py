"""The geometry of charts that the server draws in a box of 100 × 100; `web/ui/charts.html` draws them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10
from typing import TypeAlias

from kontor.kernel import formats

Figure: TypeAlias = Decimal | int | float
AGES = ("age0", "age1", "age2", "age3", "age4")


@dataclass(frozen=True)
class Tick:
    """A grid line: what it is worth, where it lies, what is written beside it."""

    value: float
    y: float
    text: str


@dataclass(frozen=True)
class Mark:
    """A word under the axis; today's is strong."""

    x: float
    text: str
    strong: bool = False


@dataclass(frozen=True)
class Bar:
    """A figure, its plan if there is one, and its tone: "" for usual, "now", "faint"."""

    x: float
    y: float
    width: float
    height: float
    title: str
    tone: str = ""
    plan_y: float | None = None


@dataclass(frozen=True)
class BarChart:
    bars: Sequence[Bar]
    ticks: Sequence[Tick]
    marks: Sequence[Mark]


@dataclass(frozen=True)
class Series:
    """A line: kind is fact, plan or forecast."""

    kind: str
    points: str


@dataclass(frozen=True)
class LineChart:
    series: Sequence[Series]
    ticks: Sequence[Tick]
    marks: Sequence[Mark]


@dataclass(frozen=True)
class Datum:
    """What a bar shows. `label` stands under the axis where `marked`; `title` is what the pointer reads."""

    value: Figure
    label: str
    title: str = ""
    plan: Figure | None = None
    marked: bool = True
    tone: str = ""


def bars(data: Sequence[Datum]) -> BarChart:
    """Bars side by side over a zero line, each two thirds of its place wide."""
    top = _round_up(max((float(figure) for each in data for figure in (each.value, each.plan or 0)), default=0))
    place = 100 / max(1, len(data))
    drawn = [_bar(each, n * place, place * 0.68, top) for n, each in enumerate(data)]
    marks = [Mark((n + 0.34) * place, each.label, each.tone == "now") for n, each in enumerate(data) if each.marked]
    return BarChart(drawn, ticks(top), marks)


def lines(series: Sequence[tuple[str, Sequence[Figure]]], labels: Sequence[tuple[int, str]], length: int) -> LineChart:
    """Lines over `length` places: each series is (kind, figures) and may end early; labels are (place, text)."""
    top = _round_up(max((float(figure) for _, figures in series for figure in figures), default=0))
    step = 100 / max(1, length - 1)
    drawn = [Series(kind, _points(figures, step, top)) for kind, figures in series]
    return LineChart(drawn, ticks(top), [Mark(place * step, text) for place, text in labels])


def polyline(values: Sequence[Figure]) -> str:
    """The points of a sparkline: from its lowest to its highest figure."""
    if not values:
        return ""
    low, high = float(min(values)), float(max(values))
    step, spread = 100 / max(1, len(values) - 1), (high - low) or 1
    return " ".join(f"{n * step:.1f},{95 - (float(v) - low) / spread * 90:.1f}" for n, v in enumerate(values))


def part(amount: Figure, parts: Iterable[Sequence[object]]) -> float:
    """What `amount` is of all parts, in percent."""
    whole = sum(float(str(each[0])) for each in parts)
    return float(amount) * 100 / whole if whole else 0.0


def aged(amounts: Sequence[Figure]) -> list[tuple[Figure, str, str]]:
    """Amounts by age, youngest first, as parts of a stackbar."""
    return [(amount, colour, formats.money0(amount)) for amount, colour in zip(amounts, AGES, strict=True)]


def ticks(top: float) -> list[Tick]:
    """Zero and at most four lines above it, at round figures."""
    step, show = top / 4, formats.short if top >= 10_000 else formats.money0
    return [Tick(n * step, 100 - n * 25, show(n * step)) for n in range(5)]


def _bar(each: Datum, x: float, width: float, top: float) -> Bar:
    height = max(0.0, float(each.value)) * 100 / top
    plan_y = None if each.plan is None else 100 - float(each.plan) * 100 / top
    title = each.title or f"{each.label}: {formats.money0(each.value)}"
    return Bar(x, 100 - height, width, height, title, each.tone, plan_y)


def _points(figures: Sequence[Figure], step: float, top: float) -> str:
    return " ".join(f"{n * step:.2f},{100 - float(figure) * 100 / top:.2f}" for n, figure in enumerate(figures))


def _round_up(value: float) -> float:
    """The next round figure that four grid lines divide evenly: 4, 8, 20, 40, 80, 200 …"""
    if value <= 4:
        return 4.0
    power = 10 ** floor(log10(value))
    return next(float(n * power) for n in (1, 1.2, 1.6, 2, 4, 6, 8, 10) if ceil(value) <= n * power)
