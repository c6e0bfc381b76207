#!/usr/bin/env bash
# Everything the project's tests need on a machine: engine, base images, browser.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

cd "$(dirname "$0")"
failed=()

finish() { wait "$2" || failed+=("$1"); }

# apt has one lock, so the engine's and the browser's packages follow one
# another; the root file system and the images are made meanwhile.
./docker-engine.sh &
engine=$!
rootfs=
if [ "$(os_field ID)" = debian ]; then
  ./base-images.sh rootfs &
  rootfs=$!
fi
finish docker-engine.sh "$engine"
./chromium.sh &
chromium=$!
# Where images can be pulled nobody misses it, elsewhere base-images.sh complains.
[ -z "$rootfs" ] || wait "$rootfs" || true
[ ${#failed[@]} -gt 0 ] || ./base-images.sh || failed+=(base-images.sh)
finish chromium.sh "$chromium"

[ ${#failed[@]} -eq 0 ] || die "${failed[*]}, see the messages above ($SECONDS s)"
say "everything is there after $SECONDS s"
