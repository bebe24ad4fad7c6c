"""The Jinja2 environment of all pages: formats, icons, addresses and sentences.

A sentence in a template is written in one way only::

    {{ t("Orders") }}
    {{ t("{unpaid} of {total} is not paid.", unpaid=unpaid|money, total=total|money) }}
    {{ nt("{count} order", "{count} orders", count=orders|length) }}

Parameters are escaped, markup (a link made by a macro) stays markup. Numbers enter already formatted; only `count` may
come as a number and is formatted by `nt`.

The components are macros under the one global name `ui` (files of `web/ui/`, see docs/pages.md)::

    {{ ui.btn(t("New order"), "plus", kind="primary", href=url("orders:new"), key="N") }}
"""

import re
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.forms import BoundField
from django.http import QueryDict
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from kontor.kernel import formats
from kontor.kernel.identifiers import phone_for_eye
from kontor.web import charts
from kontor.web.icons import ICONS
from kontor.web.once import new_op
from kontor.web.parts import asking

_LEGAL_FORMS = {"ООО", "АО", "ПАО", "ЗАО", "ОАО", "ИП", "LLC", "Ltd"}
COMPONENTS = ("frame", "actions", "tables", "fields", "charts")
FORMATS: dict[str, Callable[..., str]] = {
    "money": formats.money,
    "money0": formats.money0,
    "short": formats.short,
    "qty": formats.qty,
    "signed": formats.signed,
    "percent": formats.percent,
    "day": formats.day,
    "day_short": formats.day_short,
    "day_full": formats.day_full,
    "weekday_long": formats.weekday_long,
    "weekday_short": formats.weekday_short,
    "month": formats.month,
    "clock": formats.clock,
    "datetime": formats.moment,
    "bytes": formats.size,
    "phone": phone_for_eye,
}


def environment(**options: Any) -> Environment:
    """What Django's Jinja2 backend calls once per process."""
    ours = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    made = Environment(**{**options, **ours})
    made.add_extension("jinja2.ext.i18n")
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext,
        translation.ngettext,
        newstyle=False,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    made.filters.update({name: _in_readers_language(write) for name, write in FORMATS.items()})
    made.filters.update(isoformat=lambda when: when.isoformat(), initials=initials, css=css)
    made.globals.update(
        url=url,
        static=static,
        icon=icon,
        t=t,
        nt=nt,
        new_op=new_op,
        language=language,
        languages=settings.LANGUAGES,
        today=timezone.localdate,
        now=timezone.now,
        share=formats.share,
        charts=charts,
        attrs=attrs,
        control_attrs=control_attrs,
        form_open=form_open,
        query=query,
        request_sort=request_sort,
    )
    _add_components(made)
    return made


def _in_readers_language(write: Callable[..., str]) -> Callable[..., str]:
    """A format as a filter. That it takes the context keeps Jinja2 from formatting a literal once, when it compiles."""

    @pass_context
    def shown(context: Context, value: object, *args: object, **kwargs: object) -> str:
        return write(value, *args, **kwargs)

    return shown


def _add_components(made: Environment) -> None:
    """Every macro of `web/ui/` under the one name `ui`. A global needs no import, so it is there in blocks drawn alone."""
    made.globals["ui"] = ui = SimpleNamespace()
    for name in COMPONENTS:
        vars(ui).update(made.get_template(f"web/ui/{name}.html").module.__dict__)


class UnknownIcon(LookupError):
    """A template asks for an icon that is not in `ICONS`."""


def icon(name: str, label: str = "", tone: str = "") -> SafeString:
    """Draw an icon from the sprite, coloured by `tone` (ok, warn, danger, faint …) where it means something.

    Without `label` it is decoration and hidden from screen readers; with one it speaks.
    """
    if name not in ICONS:
        raise UnknownIcon(f"Icon {name!r} is not in kontor.web.icons.ICONS; enter it there.")
    voice = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    classes = f"icon {tone}".strip()
    sprite = static("kontor/icons.svg")
    return format_html('<svg class="{}" {}><use href="{}#{}"/></svg>', classes, voice, sprite, name)


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a page by its name."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def t(sentence: str, **parameters: object) -> Markup:
    """A sentence in the reader's language, its `{named}` parameters escaped and filled in."""
    return fill(translation.gettext(sentence), **parameters)


def nt(one: str, many: str, *, count: int, **parameters: object) -> Markup:
    """A sentence that counts: the form follows `count`, which enters it formatted."""
    return fill(translation.ngettext(one, many, count), **{"count": formats.qty(count), **parameters})


def fill(sentence: str, **parameters: object) -> Markup:
    return Markup(escape(sentence)).format(**parameters) if parameters else escape(sentence)


def language() -> str:
    """The page's language as `lang` wants it: en, ru, zh-Hans."""
    return {"en": "en", "ru": "ru", "zh": "zh-Hans"}[formats.tongue()]


def initials(name: str) -> str:
    """Two letters of a name for its avatar: of a person's Chinese name the given name, of a firm its own name."""
    words: list[str] = [word for word in re.findall(r"\w+", name) if word not in _LEGAL_FORMS] or [name[:2]]
    if words[0][0] >= "\u2e80":
        return words[0][-2:] if len(words[0]) <= 4 else words[0][:2]
    return words[0][:2].upper() if len(words) == 1 else "".join(word[0] for word in words[:2]).upper()


def css(value: float) -> str:
    """A figure for `style="--v:…"`: a point, at most two decimals, whatever the language."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def attrs(
    given: Mapping[str, object],
    *,
    key: str = "",
    default: bool = False,
    dialog: str = "",
    closed_by: str = "",
) -> Markup:
    """Attributes of a control: `hx_post="…"` becomes `hx-post="…"`; True stands alone, None and False are left out."""
    named: dict[str, object] = {name.rstrip("_").replace("_", "-"): value for name, value in given.items()}
    if key:
        named["data-key"] = f"Key{key.upper()}"
    if closed_by:
        named |= {"aria-disabled": "true", "aria-describedby": closed_by}
    named |= {"data-default": default, "data-dialog": dialog or None}
    return Markup("").join(
        Markup(" {}").format(name) if value is True else Markup(' {}="{}"').format(name, value)
        for name, value in named.items()
        if value is not None and value is not False
    )


def control_attrs(
    bound: BoundField, given: Mapping[str, object], *, placeholder: str = "", check: bool = False
) -> dict[str, Any]:
    """The attributes of a form's control: our class, the placeholder, whatever the page adds."""
    named: dict[str, Any] = {
        name.rstrip("_").replace("_", "-"): value for name, value in given.items() if value is not None
    }
    if not check:
        extra = bound.field.widget.attrs.get("class", "")
        named["class"] = f"input {extra} {named.get('class', '')}".strip()
    return named | ({"placeholder": placeholder} if placeholder else {})


@pass_context
def form_open(
    context: Context,
    action: str,
    *,
    target: str = "",
    version: object = "",
    method: str = "post",
    files: bool = False,
    **given: object,
) -> Markup:
    """The start of a posting form: address, CSRF, a fresh `op`, the `version` the user saw. Close it with `</form>`.

    With `target` htmx posts it and swaps the answer in place of that element.
    """
    named: dict[str, object] = {"method": method, "action": action, "novalidate": True, **given}
    if target:
        named |= {
            "hx_post": action,
            "hx_target": target,
            "hx_swap": "outerHTML",
            "hx_sync": "this:drop",
            **given,
        }
    if files:
        named |= {"enctype": "multipart/form-data"} | ({"hx_encoding": "multipart/form-data"} if target else {})
    parts = [Markup("<form{}>").format(attrs(named)), context["csrf_input"], _hidden("op", new_op())]
    return Markup("").join([*parts, _hidden("version", version)] if version != "" else parts)


def query(**changes: object) -> str:
    """The page's own address with parameters changed; an empty value leaves a parameter out."""
    request = asking.get()
    asked = request.GET.copy() if request else QueryDict(mutable=True)
    for name, value in changes.items():
        asked.pop(name, None)
        if value not in ("", None):
            asked[name] = str(value)
    return "?" + asked.urlencode()


def request_sort() -> str:
    """The column the address sorts by."""
    request = asking.get()
    return request.GET.get("sort", "") if request else ""


def _hidden(name: str, value: object) -> Markup:
    return Markup('<input type="hidden" name="{}" value="{}">').format(name, value)
