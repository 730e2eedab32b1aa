# shellcheck shell=bash
# A Node that Vite accepts. Debian 12 ships Node 18; the npm package `node` brings a newer binary without touching the system.

node_is_new_enough() {
  local version major minor
  version=$(node --version 2>/dev/null) || return 1
  IFS=. read -r major minor _ <<<"${version#v}"
  ((major == 20 && minor >= 19 || major == 22 && minor >= 12 || major > 22))
}

need_node() {
  local own=$build/deps/node
  [[ ! -x $own/node_modules/node/bin/node ]] || PATH=$own/node_modules/node/bin:$PATH
  if node_is_new_enough && command -v npm >/dev/null; then return; fi
  need_packages node
  node_is_new_enough && return
  say "fetching (once): node 22, because $(node --version) is too old for the page build"
  mkdir -p "$own"
  run_quietly "$build/log/node.log" npm install --no-save --no-audit --no-fund --prefix "$own" node@22 ||
    die "could not fetch node 22"
  PATH=$own/node_modules/node/bin:$PATH
  hash -r
  node_is_new_enough || die "node $(node --version) is still too old"
}
