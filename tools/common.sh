# Shared by the scripts beside it: messages, and Debian's packages.

say() { echo "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

is_debian() { [ -r /etc/os-release ] && grep -qx 'ID=debian' /etc/os-release; }

# Fails where neither root nor sudo is to be had; asks for a password only where someone can type one.
apt_install() {
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || return 1
        as_root=(sudo)
        [ -t 0 ] || as_root=(sudo -n)
    fi
    say "Installing with apt-get: $*"
    ${as_root[@]+"${as_root[@]}"} apt-get update -qq >&2 &&
        ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
            apt-get install -qq -y --no-install-recommends "$@" >&2
}
