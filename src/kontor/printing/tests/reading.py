"""How tests read what was printed: text and pages of a PDF, text of a QR code."""

import io
import re
import unicodedata

import zxingcpp
from pypdf import PdfReader


def text_of(pdf: bytes) -> str:
    """All text, spaces of every kind and line ends as one plain space."""
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", " ".join(pages)))


def pages_of(pdf: bytes) -> int:
    return len(PdfReader(io.BytesIO(pdf)).pages)


def fonts_of(pdf: bytes) -> set[str]:
    """Names of the fonts used, without the tag of the subset."""
    names = set()
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            names.add(font.get_object()["/BaseFont"].split("+")[-1])
    return names


def scanned(svg: str) -> str:
    """What a scanner reads off a QR code drawn as SVG."""
    side = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    image = bytearray(b"\xff" * (side * 4) ** 2)
    for x, y, length in _strokes(re.search(r' d="([^"]+)"', svg)[1]):
        for row in range(y * 4, y * 4 + 4):
            start = row * side * 4 + x * 4
            image[start : start + length * 4] = b"\x00" * (length * 4)
    [code] = zxingcpp.read_barcodes(memoryview(image).cast("B", (side * 4, side * 4)))
    return code.text


def _strokes(path: str):
    """The horizontal runs of dark modules: x, y, length."""
    x = y = 0.0
    for command, arguments in re.findall(r"([Mmh])([^Mmh]*)", path):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", arguments)]
        match command:
            case "M":
                x, y = numbers
            case "m":
                x, y = x + numbers[0], y + numbers[1]
            case "h":
                yield int(x), int(y), int(numbers[0])
                x += numbers[0]
