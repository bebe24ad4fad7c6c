"""Make the fonts that the product ships, out of the fonts of a Debian machine.

Run once by hand after `apt install fonts-noto-core fonts-noto-cjk` and `pip install fonttools`:
`python tools/fonts.py`. Chinese is cut down to GB 2312 (6,763 characters and the signs around them) and
to the characters of `fonts/names.txt`, which people and firms bear in their names beyond GB 2312.
"""

from itertools import groupby
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

DEBIAN = Path("/usr/share/fonts")
SHIPPED = Path(__file__).parent.parent / "src/kontor/printing/fonts"
EUROPEAN = [
    *range(0x20, 0x530),
    *range(0x2000, 0x2070),
    *range(0x20A0, 0x20C0),
    *range(0x2100, 0x2200),
    0x2212,
]
EUROPEAN += [0x2260, 0x2264, 0x2265, 0xB2, 0xB3]
SIGNS = "¥￥〇〓—…“”‘’·①②③④⑤⑥⑦⑧⑨⑩㎡㎥㎏㎜㎝℃‰№□■☐☑✓"


def gb2312() -> set[int]:
    """The code points of GB 2312 without its Cyrillic and Greek, which Noto Sans draws."""
    codes = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                codes.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return {code for code in codes if not 0x370 <= code < 0x530}


def cut(font: TTFont, codes: set[int], name: str) -> None:
    """Write `font` with only `codes` in it, without hinting, which printing does not need."""
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=["*"], glyph_names=False)
    options.layout_features = ["kern", "mark", "ccmp"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    font.save(SHIPPED / name)
    print(name, (SHIPPED / name).stat().st_size // 1024, "KB")


def simplified(weight: str) -> TTFont:
    """The Simplified Chinese face of the collection."""
    faces = TTCollection(DEBIAN / f"opentype/noto/NotoSansCJK-{weight}.ttc")
    return next(face for face in faces if face["name"].getDebugName(1) == "Noto Sans CJK SC")


def spans(codes: list[int]) -> list[str]:
    """Code points in order as `first-last`, in hexadecimal."""
    runs = [list(run) for _, run in groupby(enumerate(codes), lambda each: each[1] - each[0])]
    return [f"{run[0][1]:x}-{run[-1][1]:x}" for run in runs]


def write_coverage() -> None:
    """Note what every shipped face can draw, so that the product needs no font tools to know."""
    faces = {path: set(TTFont(path).getBestCmap()) for path in SHIPPED.glob("Noto*")}
    regular = set().union(*(codes for path, codes in faces.items() if "Regular" in path.name))
    bold = set().union(*(codes for path, codes in faces.items() if "Bold" in path.name))
    (SHIPPED / "coverage.txt").write_text("\n".join(spans(sorted(regular & bold))) + "\n", encoding="ascii")


def main() -> None:
    names = (SHIPPED / "names.txt").read_text(encoding="utf-8")
    chinese = gb2312() | {ord(c) for c in names + SIGNS if not c.isspace()} | set(range(0x20, 0x7F))
    for weight in ("Regular", "Bold"):
        cut(TTFont(DEBIAN / f"truetype/noto/NotoSans-{weight}.ttf"), set(EUROPEAN), f"NotoSans-{weight}.ttf")
        cut(simplified(weight), chinese, f"NotoSansCJKsc-{weight}.otf")
    write_coverage()


if __name__ == "__main__":
    main()
