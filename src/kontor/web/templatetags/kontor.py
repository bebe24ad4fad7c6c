"""The icon for Django's own templates, which only the sign-in pages use."""

from django import template

from kontor.web.jinja import icon as draw
from kontor.web.jinja import language

register = template.Library()
register.simple_tag(draw, name="icon")
register.simple_tag(language, name="page_language")
