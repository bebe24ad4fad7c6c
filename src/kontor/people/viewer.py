"""Who is asking: the signed-in colleague of a request."""

from django.http import HttpRequest

from kontor.people.models import Staff


def viewer(request: HttpRequest) -> Staff:
    """The colleague who asks. Only for pages behind the sign-in; TypeError elsewhere."""
    if not isinstance(request.user, Staff):
        raise TypeError("This page is only for staff who have signed in.")
    return request.user
