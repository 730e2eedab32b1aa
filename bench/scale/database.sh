# shellcheck shell=bash
# Sourced by the benchmarks that need a PostgreSQL which waits for the disk: it is there until they end.
source "$(dirname "${BASH_SOURCE[0]}")/../../script/lib/common.sh"
source "$root/script/lib/postgres.sh"
need_node
need_packages bench
: "${KASSABRO_BIN:=$release/bin}"
export KASSABRO_BIN
mkdir -p "$build/bench"

database=$(mktemp -d)
chmod 755 "$database"
port=$(free_port)
trap 'stop_postgres "$database"; rm -rf "$database"' EXIT
start_postgres "$database" "$port" fsync=on synchronous_commit=on track_wal_io_timing=on shared_buffers=512MB max_wal_size=4GB
export BENCH_POSTGRES=postgresql://kassabro@127.0.0.1:$port/kassabro BENCH_POSTGRES_FOLDER=$database
