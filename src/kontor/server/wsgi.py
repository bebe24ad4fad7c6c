"""The door for WSGI servers. A worker dies with its master, even when the master was killed."""

from kontor.server.process import die_with_master

die_with_master()

import os  # noqa: E402

from django.core.wsgi import get_wsgi_application  # noqa: E402

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kontor.server.settings")
application = get_wsgi_application()
