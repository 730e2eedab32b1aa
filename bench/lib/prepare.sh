# shellcheck shell=bash
# Sourced by the benchmarks: our own tools, and the peers that we are measured against.

source "$(dirname "${BASH_SOURCE[0]}")/../../script/lib/common.sh"
need_node
: "${KASSABRO_BIN:=$release/bin}"
export KASSABRO_BIN
mkdir -p "$build/bench"

# Programs that were brought along (KASSABRO_BIN) are taken as they are.
if [[ ! -x $KASSABRO_BIN/bench_fill || ! -x $KASSABRO_BIN/bench_load || $KASSABRO_BIN -ef $release/bin ]]; then
  script/build bench_fill bench_load >&2 || die "the tools of bench/ do not build"
fi

# better-sqlite3 is compiled here, with the headers that came with this node: its ready-made binaries lie on a host of their
# own, which not every network reaches.
node_home=$(dirname "$(dirname "$(realpath "$(command -v node)")")")
for home in "$node_home" "$node_home"/node_modules/node-linux-*; do  # the second: node as an npm package, script/lib/node.sh
  [[ ! -e $home/include/node/node.h ]] || export npm_config_nodedir=$home
done
export npm_config_build_from_source=true
# node-gyp is among the packages: Debian's own links to Debian's libnode whichever Node it builds for, and another Node crashes on that.
need_modules "$root/bench/peers"
