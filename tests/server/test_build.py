"""The build of a wheel has Babel and lucide, and nothing of Django."""

import subprocess
import sys


def test_translations_and_icons_are_built_without_django() -> None:
    code = (
        "import sys; sys.modules['django'] = None\n"
        "from kontor.web import messages, sprite\n"
        "assert messages.compile_all and sprite.ensure"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
