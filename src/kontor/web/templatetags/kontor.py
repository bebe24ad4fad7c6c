"""The icon for Django's own templates, which only the sign-in pages use."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

from kontor.web.jinja import icon as draw
from kontor.web.jinja import language

register = template.Library()
register.simple_tag(draw, name="icon")
register.simple_tag(language, name="page_language")


@register.filter
def as_input(field: BoundField) -> SafeString:
    """The control of a field with the class of our inputs."""
    return field.as_widget(attrs={"class": "input"})
