"""Run in Pyodide while the book is built: compile what is imported, so that no reader's browser has to."""

import io
import marshal
import sys
import zipfile
from importlib.util import MAGIC_NUMBER, source_hash

NEVER_CHECKED = (1).to_bytes(4, "little")
"""PEP 552: the file holds a hash of its source, and nobody compares the two."""
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def compile_imported(path: str, target: str) -> None:
    """Write a zip anew, uncompressed, with each module that has been imported from it compiled."""
    imported = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in sorted(old.namelist()):
            content, where = old.read(name), f"{path}/{name}"
            if where in imported:
                content, name = compiled(content, where), f"{name}c"
            new.writestr(zipfile.ZipInfo(name, LONG_AGO), content)
    with open(target, "wb") as file:
        file.write(buffer.getvalue())


def compiled(source: bytes, where: str) -> bytes:
    """Compile a module to the content of a `.pyc` file."""
    code = compile(source, where, "exec", dont_inherit=True)
    return MAGIC_NUMBER + NEVER_CHECKED + source_hash(source) + marshal.dumps(code)
