"""Put the evidence that the matcher needs into the wheel, so that `resilience match` works anywhere.

Everything else about the package stands in `pyproject.toml`.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

EVIDENCE = Path("evidence")
SHIPPED = "resilience/shipped"
WANTED = (
    "README.md",
    "taxonomy.yml",
    "words.yml",
    "learnt/*.csv",
    "neighbourhoods/*.yml",
    "phrases/*.yml",
    "policies/*.yml",
    "studies/*.yml",
)


class WithEvidence(build_py):
    """Copies the code, then the evidence."""

    def run(self) -> None:
        """Build; an editable install reads the repository itself and needs no copy."""
        super().run()
        if self.editable_mode or not EVIDENCE.is_dir():
            return
        target = Path(self.build_lib) / SHIPPED
        shutil.rmtree(target, ignore_errors=True)
        for path in (path for pattern in WANTED for path in EVIDENCE.glob(pattern)):
            place = target / path.relative_to(EVIDENCE)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
        shutil.copyfile("LICENSE-EVIDENCE", target / "LICENSE-EVIDENCE")


setup(cmdclass={"build_py": WithEvidence})
