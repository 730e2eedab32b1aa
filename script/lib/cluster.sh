# shellcheck shell=bash
# A highly available database and several nodes on this one machine: etcd, Patroni with three PostgreSQL, three kassabro behind HAProxy, with
# the configurations of deploy/cluster. Source common.sh and postgres.sh first.

cluster_members=3
declare -A cluster_pids=()

# cluster_port KIND NUMBER: from the base on, so that several clusters have room beside each other.
cluster_port() {
  local -A offsets=([etcd]=0 [etcd_peer]=10 [postgres]=20 [rest]=30 [public]=40 [admin]=50 [front]=60)
  printf '%s' $((cluster_base + offsets[$1] + $2))
}

cluster_etcd_hosts() {
  local i hosts=''
  for ((i = 1; i <= cluster_members; i++)); do hosts+=${hosts:+,}127.0.0.1:$(cluster_port etcd "$i"); done
  printf '%s' "$hosts"
}

# What store.url says: any of the members, of which one takes writes.
cluster_store_url() {
  local i hosts=''
  for ((i = 1; i <= cluster_members; i++)); do hosts+=${hosts:+,}127.0.0.1:$(cluster_port postgres "$i"); done
  printf 'postgresql://kassabro:demo-kassabro@%s/kassabro?target_session_attrs=read-write' "$hosts"
}

# cluster_run NAME COMMAND...: in a session of its own, so that all of it can be ended, and in a folder that the database's user may enter.
cluster_run() {
  local name=$1
  shift
  (cd "$cluster_folder" && exec setsid "$@") >"$cluster_folder/$name.log" 2>&1 &
  cluster_pids[$name]=$!
}

start_etcd() {
  local i peers=''
  for ((i = 1; i <= cluster_members; i++)); do peers+=${peers:+,}etcd$i=http://127.0.0.1:$(cluster_port etcd_peer "$i"); done
  for ((i = 1; i <= cluster_members; i++)); do
    cluster_run "etcd$i" etcd --name "etcd$i" --data-dir "$cluster_folder/etcd$i" --unsafe-no-fsync=false \
      --listen-client-urls "http://127.0.0.1:$(cluster_port etcd "$i")" --advertise-client-urls "http://127.0.0.1:$(cluster_port etcd "$i")" \
      --listen-peer-urls "http://127.0.0.1:$(cluster_port etcd_peer "$i")" \
      --initial-advertise-peer-urls "http://127.0.0.1:$(cluster_port etcd_peer "$i")" --initial-cluster "$peers" \
      --initial-cluster-state new --heartbeat-interval 100 --election-timeout 1000
  done
}

# start_member NUMBER
start_member() {
  local name=pg$1 folder=$cluster_folder/pg$1
  mkdir -p "$folder"
  sed -e "s|@name@|$name|; s|@port@|$(cluster_port postgres "$1")|g; s|@rest_port@|$(cluster_port rest "$1")|g; s|@folder@|$folder|g" \
    -e "s|@bin@|$(dirname "$(postgres_program initdb)")|; s|@etcd@|$(cluster_etcd_hosts)|" "$root/deploy/cluster/patroni.yml" >"$folder/patroni.yml"
  [[ $(id -u) != 0 ]] || chown -R postgres "$folder"
  if [[ $(id -u) == 0 ]]; then
    cluster_run "$name" runuser -u postgres -- patroni "$folder/patroni.yml"
  else
    cluster_run "$name" patroni "$folder/patroni.yml"
  fi
}

# start_node NUMBER [SETTING...]: kassabro with the key that all nodes share.
start_node() {
  local number=$1 folder=$cluster_folder/node$1 setting
  shift
  local -a settings=()
  for setting in "$@"; do settings+=(--set "$setting"); done
  mkdir -p "$folder"
  chmod 700 "$folder"
  [[ -e $cluster_folder/secret.key ]] && cp "$cluster_folder/secret.key" "$folder/secret.key"
  cluster_run "node$number" "$release/bin/kassabro" serve --set "data.dir=$folder" --set "store.url=$(cluster_store_url)" \
    --set "public.listen=127.0.0.1:$(cluster_port public "$number")" --set "admin.listen=127.0.0.1:$(cluster_port admin "$number")" \
    --set "public.base_url=http://127.0.0.1:$(cluster_port front 0)" "${settings[@]}"
  cluster_wait "node $number" 30 cluster_is_ready "$(cluster_port public "$number")"
  cp "$folder/secret.key" "$cluster_folder/secret.key"
}

cluster_is_ready() { http_call GET "127.0.0.1:$1" /readyz >/dev/null 2>&1; }

start_balancer() {
  local i nodes=''
  for ((i = 1; i <= cluster_members; i++)); do nodes+="  server node$i 127.0.0.1:$(cluster_port public "$i")\\n"; done
  sed -e "s|@front@|$(cluster_port front 0)|; s|@nodes@|$nodes|" "$root/deploy/cluster/haproxy.cfg" >"$cluster_folder/haproxy.cfg"
  cluster_run haproxy haproxy -db -f "$cluster_folder/haproxy.cfg"
}

# cluster_wait WHAT SECONDS COMMAND...
cluster_wait() {
  local what=$1 end=$((SECONDS + $2))
  shift 2
  until "$@"; do
    ((SECONDS < end)) || die "$what is not there; see $cluster_folder"
    sleep 0.2
  done
}

# The number of the member that takes writes; fails when there is none.
cluster_primary() {
  local i
  for ((i = 1; i <= cluster_members; i++)); do
    if http_call GET "127.0.0.1:$(cluster_port rest "$i")" /primary >/dev/null 2>&1; then
      printf '%s' "$i"
      return
    fi
  done
  return 1
}

# Who leads, and from whom nothing would be lost.
cluster_list() { patronictl -c "$cluster_folder/pg1/patroni.yml" list 2>/dev/null; }

cluster_standbys_are_synchronous() {
  local primary
  primary=$(cluster_primary) || return 1
  [[ $(cluster_psql "$primary" postgres "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'" 2>/dev/null) == 1 ]]
}

# cluster_psql MEMBER DATABASE SQL
cluster_psql() {
  PGPASSWORD=demo-superuser psql -h 127.0.0.1 -p "$(cluster_port postgres "$1")" -U postgres -d "$2" --no-psqlrc -qtA -c "$3"
}

cluster_has_database() {
  local i
  for ((i = 1; i <= cluster_members; i++)); do cluster_psql "$i" kassabro "SELECT 1" >/dev/null 2>&1 || return 1; done
}

# start_cluster FOLDER BASE_PORT [SETTING...]
start_cluster() {
  cluster_folder=$1 cluster_base=$2
  shift 2
  mkdir -p "$cluster_folder"
  chmod 755 "$cluster_folder"
  start_etcd
  local i primary
  for ((i = 1; i <= cluster_members; i++)); do start_member "$i"; done
  cluster_wait "a primary" 60 cluster_primary >/dev/null
  cluster_wait "a synchronous standby" 60 cluster_standbys_are_synchronous
  primary=$(cluster_primary)
  cluster_psql "$primary" postgres "CREATE ROLE kassabro LOGIN PASSWORD 'demo-kassabro'"
  cluster_psql "$primary" postgres "CREATE DATABASE kassabro OWNER kassabro"
  # Who is asked first may be a standby: without the database there, a connection fails instead of going on to the next.
  cluster_wait "the database on every member" 30 cluster_has_database
  for ((i = 1; i <= cluster_members; i++)); do start_node "$i" "$@"; done
  start_balancer
  cluster_wait "the load balancer" 20 cluster_is_ready "$(cluster_port front 0)"
}

# cluster_kill NAME: at once, with all that it has started.
cluster_kill() {
  [[ -n ${cluster_pids[$1]-} ]] || return 0
  local postmaster=''
  [[ ! -s $cluster_folder/$1/data/postmaster.pid ]] || read -r postmaster <"$cluster_folder/$1/data/postmaster.pid"
  kill -KILL -- "-${cluster_pids[$1]}" 2>/dev/null || true
  # Patroni starts the database in a session of its own; without their parent the sessions end by themselves.
  [[ -z $postmaster ]] || kill -KILL "$postmaster" 2>/dev/null || true
  { wait "${cluster_pids[$1]}"; } 2>/dev/null || true
  unset "cluster_pids[$1]" 2>/dev/null || true
}

stop_cluster() {
  local name
  for name in "${!cluster_pids[@]}"; do cluster_kill "$name"; done
}
