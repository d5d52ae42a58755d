"""The page in which a worker for a reader's code is made: without an origin, and its policy lets nothing out.

Whoever shows it must do so in `<iframe sandbox="allow-scripts">`. A worker that is made from text stands
under the policy of the page that made it, and so do those that it makes: none has a network. Without an
origin there is no storage. (HTML Standard, "worker global scope's policy container" and "opaque origin".)
"""

import base64
import hashlib
from pathlib import Path

SCRIPT = Path(__file__).parent / "code_room.js"


def code_room() -> bytes:
    """Write the page; its one script is named in the policy by its digest."""
    script = SCRIPT.read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src 'sha256-{digest}' blob: 'wasm-unsafe-eval'",
            "worker-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    lines = (
        "<!doctype html>",
        '<html lang="en-GB"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="robots" content="noindex">',
        f"<title>Where a reader’s code runs</title><script>{script}</script></head></html>",
    )
    return "\n".join(lines).encode()
