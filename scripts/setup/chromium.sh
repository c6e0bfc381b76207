#!/usr/bin/env bash
# Installs a Chromium for the browser tests where there is none.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

for name in chromium chromium-browser google-chrome; do
  if path=$(command -v "$name"); then
    say "there already: $path"
    exit
  fi
done
# Ubuntu's package of that name only fetches a snap.
[ "$(os_field ID)" = debian ] || die 'install Chromium or Chrome with your system'"'"'s means'
become_root "$@"
say 'installing chromium'
apt update
# A page without any font has no text to look at.
apt_install chromium fonts-dejavu-core
say "ready after $SECONDS s: $(chromium --version)"
