from kontor.web import sprite
from kontor.web.icons import ICONS


def test_the_sprite_holds_every_icon_and_is_built_anew_only_when_stale(tmp_path):
    target = tmp_path / "icons.svg"
    sprite.ensure(target)
    text = target.read_text()
    assert all(f'<symbol id="{name}"' in text for name in ICONS)
    built = target.stat().st_mtime_ns
    sprite.ensure(target)
    assert target.stat().st_mtime_ns == built
    target.write_text("<svg>old</svg>")
    sprite.ensure(target)
    assert target.read_text() == text
