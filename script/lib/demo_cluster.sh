# shellcheck shell=bash
# The demo as a cluster: who leads, told whenever it changes. Source common.sh, http.sh, postgres.sh, cluster.sh and demo_shop.sh first.

# Who writes, who would take over, which nodes answer.
cluster_state() {
  local i
  cluster_list | sed -n '2,$p'
  for ((i = 1; i <= cluster_members; i++)); do
    if cluster_is_ready "$(cluster_port public "$i")"; then echo "node$i answers"; else echo "node$i does not answer"; fi
  done
}

# Without what changes by itself.
cluster_state_in_short() { cluster_state | sed -E 's/\| *[0-9]+ *\| *[0-9]* *\|$//'; }

print_cluster_story() {
  local primary
  primary=$(cluster_primary)
  cat <<END

  Till (sandbox)   http://$1/pos
  Rule (sandbox)   http://$1/rule
  Kassabro         http://127.0.0.1:$(cluster_port front 0)  (HAProxy, before three nodes)
  Pages            http://127.0.0.1:$(cluster_port admin 1)  (of the first node)

  Sell at the till, then kill the database that writes:

    kill -KILL \$(head -n 1 $cluster_folder/pg$primary/data/postmaster.pid) ${cluster_pids[pg$primary]}

  and go on selling: searches are answered all the time, sales again after some seconds.
  Who leads is told here whenever it changes. Ctrl-C stops all of it.

END
}

demo_cluster() {
  local folder sandbox=$1 last='' now
  folder=$(mktemp -d)
  trap 'stop_cluster; rm -rf "$folder"' EXIT
  trap 'say; say stopping; exit 0' INT TERM
  cluster_folder=$folder
  cluster_run sandbox "$release/bin/kassabro-sandbox" --listen "$sandbox"
  say "starting etcd, PostgreSQL, Patroni, kassabro and HAProxy: half a minute"
  start_cluster "$folder" 15400 "rule.base_url=http://$sandbox/rule/api" "sitoo.base_url=http://$sandbox/sitoo"
  http_call POST "$sandbox" /control/seed '{"customers":200,"orders":600,"seed":1}' >/dev/null
  prepare_shop "127.0.0.1:$(cluster_port front 0)" "$sandbox" "$folder/node1" || die "node1 does not take the sample shop; see $folder"
  print_cluster_story "$sandbox"
  while :; do
    now=$(cluster_state_in_short)
    [[ $now == "$last" ]] || { date +%T; cluster_state; }
    last=$now
    sleep 1
  done
}
