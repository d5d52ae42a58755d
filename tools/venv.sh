#!/usr/bin/env bash
# Makes .venv with Python 3.11 or later: the one named as first argument, else the first found.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/common.sh

wanted="${1:-}"
venv_python=.venv/bin/python

version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

suits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

describe() {
    if version_of "$1" >/dev/null; then echo "Python $(version_of "$1")"; else echo "not a Python that starts"; fi
}

keep_existing() {
    version_of "$venv_python" >/dev/null ||
        fail "The Python in .venv does not start (was it upgraded?). Remove the folder .venv, then run make again."
    [ -z "$wanted" ] || [ "$(version_of "$wanted")" = "$(version_of "$venv_python")" ] ||
        fail "The environment in .venv has Python $(version_of "$venv_python"), and PYTHON=$wanted is $(describe "$wanted"). Remove the folder .venv, then run make again."
}

choose_python() {
    local name
    if [ -n "$wanted" ]; then
        suits "$wanted" || fail "PYTHON=$wanted is $(describe "$wanted"); the project needs Python 3.11 or later."
        echo "$wanted"
        return
    fi
    for name in python3 python3.13 python3.12 python3.11 /usr/bin/python3; do
        if suits "$name"; then
            echo "$name"
            return
        fi
    done
    return 1
}

# Debian ships the part of Python that makes environments in a package of its own.
can_make_environments() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

if [ -x "$venv_python" ] || [ -L "$venv_python" ]; then
    keep_existing
    exit 0
fi

python="$(choose_python)" || {
    [ -z "$wanted" ] || exit 1
    is_debian && apt_install python3-venv && python="$(choose_python)" ||
        fail "No Python 3.11 or later was found. Install one (Debian: apt-get install python3-venv), or name it: make PYTHON=/path/to/python3.12 ..."
}

if ! can_make_environments "$python"; then
    package="python$(version_of "$python")-venv"
    { is_debian && apt_install "$package" && can_make_environments "$python"; } ||
        fail "$python cannot make a virtual environment. Install it as root (apt-get install $package), then run make again."
fi

echo "Making a virtual environment in .venv with Python $(version_of "$python") ..."
"$python" -m venv .venv || {
    rm -rf .venv
    fail "The virtual environment could not be made; see the message above."
}
