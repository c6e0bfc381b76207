# shellcheck shell=bash
# Shared by the setup scripts; sourced, never run.

say() { printf '[%s] %s\n' "$(basename "$0" .sh)" "$*"; }
die() { say "FAILED: $*" >&2; exit 1; }

# Installing packages and starting a daemon need root.
become_root() {
  [ "$(id -u)" -ne 0 ] || return 0
  command -v sudo >/dev/null || die 'run this as root, or install sudo'
  exec sudo -E bash "$0" "$@"
}

# shellcheck source=/dev/null
os_field() { (. /etc/os-release && printf '%s' "${!1:-}"); }

# apt does not wait for the lock of its package lists, so scripts that run side
# by side queue up here.
apt() {
  local log
  log=$(mktemp)
  flock /run/lock/project-setup-apt.lock \
    env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" </dev/null >"$log" 2>&1 \
    || { tail -n 20 "$log" >&2; die "apt-get $*"; }
  rm -f "$log"
}

apt_install() { apt install -y --no-install-recommends "$@"; }

# Where this machine takes its own Debian packages from.
debian_mirror() {
  local mirror
  mirror=$(known_mirror)
  # A machine that never fetched a package list knows no origins yet.
  [ -n "$mirror" ] || { apt update && mirror=$(known_mirror); }
  [ -n "$mirror" ] || die "the sources of apt have no Debian $(os_field VERSION_CODENAME): this needs Debian"
  echo "$mirror"
}

known_mirror() {
  # shellcheck disable=SC2016 # apt fills these in, not the shell
  apt-get indextargets --format '$(ORIGIN) $(CODENAME) $(REPO_URI)' 'Created-By: Packages' \
    | awk -v suite="$(os_field VERSION_CODENAME)" '$1 == "Debian" && $2 == suite && !found { print $3; found = 1 }'
}
