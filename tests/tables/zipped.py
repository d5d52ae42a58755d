"""Make zip archives such as workbooks are."""

import io
import zipfile


def zipped(**files: str) -> bytes:
    """Pack files; the first `_` in a name stands for a slash."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_", "/", 1), text)
    return content.getvalue()
