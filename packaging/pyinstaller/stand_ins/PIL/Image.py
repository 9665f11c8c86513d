"""What ReportLab asks of Pillow where no picture is put in a document: none is one, and none can be read."""  # noqa: N999  (Pillow's name)

from typing import NoReturn


class Image:
    """What no value is."""


def open(_file: object, *_how: object) -> NoReturn:  # noqa: A001  (Pillow's name)
    """Raise OSError, as Pillow does for a file it does not know."""
    raise OSError("This package of Kairos reads no pictures.")
