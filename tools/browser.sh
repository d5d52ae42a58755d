#!/usr/bin/env bash
# Prints the path of a Chromium or Chrome for the tests, and installs one where there is none.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/common.sh

find_browser() {
    local name
    if [ -n "${CHROME:-}" ]; then
        command -v "$CHROME" || fail "CHROME=$CHROME is not a program. Set it to a Chromium or Chrome, or unset it."
        return
    fi
    for name in chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
        command -v "$name" && return
    done
    return 1
}

# Without a font, headless pages have no text to measure.
install_debian_browser() { is_debian && apt_install chromium fonts-liberation; }

download_browser() {
    say "Downloading a browser with playwright ..."
    .venv/bin/python -m playwright install chromium >&2 || return 1
    .venv/bin/python -c 'from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)'
}

driver_starts() { .venv/bin/python -m playwright --version >/dev/null 2>&1; }

browser="$(find_browser)" || {
    [ -z "${CHROME:-}" ] || exit 1
    { install_debian_browser && browser="$(find_browser)"; } || browser="$(download_browser)" ||
        fail "No browser was found or could be installed. Install Chromium or Chrome, or set CHROME to its path, then run make test again."
}

# What drives the browser needs a library that a small Debian leaves out.
driver_starts || { is_debian && apt_install libatomic1 && driver_starts; } ||
    fail "playwright does not start; .venv/bin/python -m playwright --version says why. On Debian: apt-get install libatomic1"

echo "$browser"
