"""The demo's staff for its sign-in page, which is one of Django's own templates."""

from django import template
from django.conf import settings

from kontor.people.models import Staff
from kontor.people.queries import demo_staff as offered

register = template.Library()


@register.simple_tag
def demo_staff() -> list[Staff]:
    """One person for each role; nobody outside of a demo."""
    return offered() if settings.DEMO else []
