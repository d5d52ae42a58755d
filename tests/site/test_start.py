"""A build that draws nothing starts without the libraries that chart and count, which take long to import."""

import subprocess
import sys

LATE = ("altair", "pandas")


def test_the_site_starts_without_what_only_drawing_needs() -> None:
    hidden = "; ".join(f"sys.modules['{name}'] = None" for name in LATE)
    started = subprocess.run(
        [sys.executable, "-c", f"import sys; {hidden}; import resilience.site.extension"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode == 0, started.stderr
