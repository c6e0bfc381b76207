#!/usr/bin/env bash
# Gives this machine a Docker engine that answers:
#   docker-engine.sh [start]   install what is missing, start the daemon
#   docker-engine.sh stop      stop the daemon that start has started
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

LOG=/var/log/dockerd.log
PID=/run/docker.pid

answers() { command -v docker >/dev/null && docker info >/dev/null 2>&1; }
running() { [ -s "$PID" ] && kill -0 "$(cat "$PID")" 2>/dev/null; }

stop() {
  running || { say 'no daemon to stop'; return 0; }
  kill "$(cat "$PID")"
  for _ in $(seq 150); do
    running || { say 'stopped'; return 0; }
    sleep 0.1
  done
  die "dockerd (pid $(cat "$PID")) is still there after 15 s, see $LOG"
}

# Debian 12's own engine (20.10) is too old. Its successor's runs on Debian 12
# with Debian 12's runc, so that the C library stays as it is.
add_trixie() {
  local mirror
  mirror=$(debian_mirror)
  printf '%s\n' 'Types: deb' "URIs: $mirror" 'Suites: trixie' 'Components: main' 'Targets: Packages' \
    'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg' >/etc/apt/sources.list.d/trixie-docker.sources
  printf '%s\n' 'Package: *' 'Pin: release n=trixie' 'Pin-Priority: -1' '' \
    'Package: docker.io docker-cli docker-buildx docker-compose containerd' \
    'Pin: release n=trixie' 'Pin-Priority: 900' >/etc/apt/preferences.d/trixie-docker
}

install_engine() {
  local packages=(docker.io docker-buildx)
  case "$(os_field ID)" in
    debian)
      [ "$(os_field VERSION_CODENAME)" != bookworm ] || add_trixie
      packages+=(docker-compose)
      # A client that is already on the PATH stays: it talks to older engines.
      command -v docker >/dev/null || packages+=(docker-cli)
      ;;
    ubuntu) packages+=(docker-compose-v2) ;;
    *) die 'install Docker Engine 24 or newer with your system'"'"'s packages, or Docker Desktop, and start it' ;;
  esac
  say "installing ${packages[*]}"
  apt update
  apt_install "${packages[@]}" iptables
}

start() {
  if [ -d /run/systemd/system ]; then
    systemctl start docker
  elif ! running; then
    # An own session and no inherited terminal or pipes: the daemon outlives
    # the shell, and nobody waits for its output.
    setsid nohup dockerd --pidfile "$PID" </dev/null >"$LOG" 2>&1 &
  fi
  for _ in $(seq 300); do
    if answers; then return; fi
    sleep 0.1
  done
  tail -n 20 "$LOG" >&2 || true
  die "dockerd does not answer after 30 s, see $LOG"
}

case "${1:-start}" in
  stop) become_root stop; stop ;;
  start)
    if answers; then
      say "an engine answers already: $(docker version --format '{{.Server.Version}}')"
      exit
    fi
    [ "$(uname -s)" = Linux ] || die 'install Docker Desktop (or any Docker Engine 24 or newer) and start it'
    become_root start
    command -v dockerd >/dev/null || install_engine
    say 'starting dockerd'
    start
    say "ready after $SECONDS s: $(docker info --format 'engine {{.ServerVersion}}, {{.Driver}}, cgroup v{{.CgroupVersion}}'); log $LOG, stop with: $0 stop"
    ;;
  *) die "usage: $0 [start|stop]" ;;
esac
