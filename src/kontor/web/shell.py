"""What the frame around every page is told: places, counts, the person. `desk.shell` fills it, `web/base.html` draws it."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Place:
    """An entry of the navigation. `key` is the letter after G; `hot` counts are late or urgent."""

    name: str
    icon: str
    href: str
    key: str = ""
    count: int | str = ""
    hot: bool = False
    current: bool = False


@dataclass(frozen=True)
class Group:
    """Places under a heading; the first group has none."""

    places: Sequence[Place]
    title: str = ""


@dataclass(frozen=True)
class Command:
    """What the palette offers before anything is typed. `key` is the physical key (`KeyN`) and its cap (`N`)."""

    name: str
    icon: str
    href: str
    key: str = ""


@dataclass(frozen=True)
class Switch:
    """A choice in the top bar (office, warehouse): the chosen name and the others as (name, value)."""

    name: str
    icon: str
    action: str
    field: str
    chosen: str
    others: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Me:
    """Who is signed in."""

    name: str
    role: str


@dataclass(frozen=True)
class Shell:
    """The whole frame. Empty addresses leave their button out. `profile` takes POSTs of `theme` and `language`."""

    groups: Sequence[Group] = ()
    tabs: Sequence[Place] = ()
    commands: Sequence[Command] = ()
    me: Me | None = None
    switch: Switch | None = None
    search: str = ""
    profile: str = ""
    settings: str = ""
    sign_out: str = ""
    notices: str = ""
    notices_new: int = 0
    counts: str = ""
    theme: str = ""
    density: str = ""
    keys: bool = True
    company: str = field(default="Kontor")
