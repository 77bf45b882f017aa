"""A picture drawn anew, in a child process: upright, in colours of screens, as wide as a page needs it."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from studylog.core.pictures import MOST_PIXELS, MOST_PIXELS_OF_JPEG, WIDEST
from studylog.store.pdf.limits import TooMuchError

_HIGHEST = 16_000
_QUALITY, _METHOD = 82, 4


def redrawn(file: Path, folder: Path) -> dict[str, object]:
    """Draws a picture as a WebP in the folder; gives its size."""
    # What is too much is told by our own bounds, before anything is unpacked.
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(file, formats=("JPEG", "PNG", "WEBP", "GIF", "AVIF")) as picture:
        most = MOST_PIXELS_OF_JPEG if picture.format == "JPEG" else MOST_PIXELS
        if picture.width * picture.height > most:
            raise TooMuchError
        if picture.format == "JPEG":
            shown = min(1.0, WIDEST / min(picture.size))
            picture.draft("RGB", (int(picture.width * shown), int(picture.height * shown)))
        upright = ImageOps.exif_transpose(picture)
        seen = upright.convert(
            "RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB"
        )
        profile = picture.info.get("icc_profile") if seen.mode in ("RGB", "RGBA") else None
    scale = min(1.0, WIDEST / seen.width, _HIGHEST / seen.height)
    if scale < 1.0:
        size = max(1, round(seen.width * scale)), max(1, round(seen.height * scale))
        seen = seen.resize(size, Image.Resampling.LANCZOS)
    content = BytesIO()
    keep = {"icc_profile": profile} if profile and picture.mode != "CMYK" else {}
    seen.save(content, "WEBP", quality=_QUALITY, method=_METHOD, **keep)
    (folder / "picture.webp").write_bytes(content.getvalue())
    return {"width": seen.width, "height": seen.height}
