# shellcheck shell=bash
# The web pages: npm packages and the bundle that both binaries embed.

# need_modules DIR: `npm ci`, only when the lock file (or node) changed since the last time.
need_modules() {
  local dir=$1 stamp=$1/node_modules/.installed now
  now=$(cat "$dir/package-lock.json" <(node --version) | sha256sum)
  [[ -e $stamp && $(<"$stamp") == "$now" ]] && return
  say "installing (once): npm packages of ${dir#"$root/"}"
  (cd "$dir" && run_quietly "$build/log/npm.log" npm ci --no-audit --no-fund) || die "npm ci failed in $dir"
  echo "$now" >"$stamp"
}

web_sources_hash() {
  # The settings page links to the documentation, which is therefore in the bundle.
  local -a sources=(web docs)
  [[ ! -e src/admin/openapi.yaml ]] || sources+=(src/admin/openapi.yaml)
  find "${sources[@]}" -name node_modules -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum
}

# Builds build/web when the pages' sources changed. By content, not by date: a clone has new dates and old content.
build_web() {
  [[ -e web/package-lock.json ]] || return 0
  local stamp=$build/web/.sources now
  need_node
  need_modules "$root/web"
  now=$(web_sources_hash)
  [[ -e $stamp && $(<"$stamp") == "$now" ]] && return
  say "building: web pages"
  (cd web && run_quietly "$build/log/web.log" npm run build) || die "the web pages do not build"
  # Type generation may have written into web/, so the hash is taken again.
  web_sources_hash >"$stamp"
}
