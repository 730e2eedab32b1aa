# shellcheck shell=bash
# Debian packages, by the lists in script/lib/packages/.

as_root() { if ((EUID == 0)); then "$@"; else sudo "$@"; fi; }

# The number of this Debian release; of one that has none yet, the newest we know.
debian_release() { (. /etc/os-release && echo "${VERSION_ID:-13}"); }

# need_packages LIST...: installs what misses from these lists; takes milliseconds and says nothing when all is there.
need_packages() {
  local -a wanted missing
  mapfile -t wanted < <(cd "$root/script/lib/packages" && awk -v release="@$(debian_release)" \
    '{ sub(/#.*/, "") } NF && ($2 == "" || $2 == release) { print $1 }' "${@/%/.txt}" | sort -u)
  if ! command -v dpkg-query >/dev/null; then
    say "not a Debian system; these must be there already: ${wanted[*]}"
    return
  fi
  mapfile -t missing < <(comm -23 <(printf '%s\n' "${wanted[@]}") <(installed_packages "${wanted[@]}"))
  ((${#missing[@]} == 0)) || install_packages "${missing[@]}"
}

installed_packages() {
  # dpkg-query fails when it does not know one of the names; what it prints about the others is still right.
  { dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true; } | sed -n 's/^installed //p' | sort -u
}

install_packages() {
  ((EUID == 0)) || command -v sudo >/dev/null || die "neither root nor sudo; please install: $*"
  say "installing (once): $*"
  with_package_lists "$build/log/apt.log" as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=300 -qq -y --no-install-recommends install "$@" || die "could not install: $*"
}

# with_package_lists LOG COMMAND...: tries again with fresh package lists; a machine may have none (a container image), or lists
# that name versions no longer offered.
with_package_lists() {
  run_quietly "$@" 2>/dev/null && return
  run_quietly "$build/log/apt-update.log" as_root apt-get -qq update && run_quietly "$@"
}
