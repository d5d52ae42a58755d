"""Start kernels in the interpreter that builds the site, whatever kernels and settings a person has."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from traitlets import List


@dataclass(frozen=True)
class Watch:
    """What to note of a notebook's reads: folders with data, and the package with code."""

    folders: tuple[Path, ...]
    package: Path

    def command(self, folder: Path) -> list[str]:
        """Give the command of a kernel that keeps its record and settings in a folder of its own."""
        settings = {
            "record": str(folder / "used"),
            "roots": [str(root) for root in (*self.folders, self.package)],
            "code": str(self.package.parent),
        }
        return [
            sys.executable,
            str(Path(__file__).with_name("kernel.py")),
            json.dumps(settings),
            "-f",
            "{connection_file}",
            # A person's start-up files must not change a page.
            f"--ipython-dir={folder}",
        ]


def used(folder: Path) -> frozenset[Path]:
    """Give the files and folders that the kernel of that folder noted."""
    record = folder / "used"
    lines = record.read_text("utf-8").splitlines() if record.exists() else []
    return frozenset(Path(json.loads(line)) for line in lines)


class _OneKernel(KernelSpecManager):
    command: List[str] = List()

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(argv=list(self.command), display_name=kernel_name, language="python")


def kernel_manager(watch: Watch, folder: Path) -> AsyncKernelManager:
    """Make the manager of a kernel that talks through sockets in a folder of its own.

    No port is taken that another kernel may want, and ipykernel has nothing to say about encryption.
    """
    return AsyncKernelManager(
        kernel_spec_manager=_OneKernel(command=watch.command(folder)),
        transport="ipc",
        connection_file=str(folder / "kernel.json"),
    )
