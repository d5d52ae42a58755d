"""What a page may load and run, told to the browser in the page itself: GitHub Pages can send no headers.

Content Security Policy Level 3, W3C (https://www.w3.org/TR/CSP3/).
"""

_ALLOWED = {
    "default-src": "'self'",
    # Search and Python are WebAssembly; no text is ever made into code.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    # The drawing below every page stands in the style sheet.
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}


def content_policy(*, has_base: bool = False) -> str:
    """Write the policy of a page; one that has a `<base>` of its own site may keep it."""
    allowed = _ALLOWED | ({"base-uri": "'self'"} if has_base else {})
    return "; ".join(f"{what} {where}" for what, where in allowed.items())
