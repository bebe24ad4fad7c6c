"""Before a wheel or an editable install: translations compiled, the sprite of icons built."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = Path(__file__).parent / "src"


class Artifacts(BuildHookInterface):
    """Needs babel and lucide alone: nothing of Django is imported here."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, str(SOURCE))
        from kontor.web import messages, sprite

        messages.compile_all()
        sprite.ensure()
        build_data["artifacts"] += ["*.mo", str(sprite.SPRITE.relative_to(SOURCE.parent))]
