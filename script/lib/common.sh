# shellcheck shell=bash
# Sourced by every command in script/: where we are, how we speak, how we compile.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$root/build
# A preset of CMakePresets.json; script/sanitize chooses others.
preset=${KASSABRO_TEST_PRESET:-release}
release=$build/$preset
cd "$root"
mkdir -p "$build"

say() { printf '%s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }

# Paths below the checkout become relative before hashing, so that a second clone finds what the first one compiled.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1

source "$root/script/lib/packages.sh"
source "$root/script/lib/node.sh"
source "$root/script/lib/phone.sh"
source "$root/script/lib/web.sh"
source "$root/script/lib/cpp.sh"

# run_quietly LOG COMMAND...: shows the output only if the command fails.
run_quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 && return
  cat "$log" >&2
  return 1
}

# source_date: what is made bears the date of the last commit, so that whoever makes it again gets the same bytes.
source_date() {
  [[ -n ${SOURCE_DATE_EPOCH-} ]] || SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct 2>/dev/null) || SOURCE_DATE_EPOCH=0
  export SOURCE_DATE_EPOCH
}

# One set-up and build at a time in one checkout, because two would write the same files. Lasts as long as the command.
lock_build() {
  exec {build_lock}>"$build/.lock"
  flock -n "$build_lock" || { say "waiting for another build in this checkout"; flock "$build_lock"; }
}
