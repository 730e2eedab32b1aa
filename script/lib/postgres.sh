# shellcheck shell=bash
# A PostgreSQL server of our own, for tests and benchmarks: nothing in it is kept, so it does not wait for the disk unless told to.
# Source common.sh first.

# postgres_program NAME: those of the newest server that is installed.
postgres_program() {
  local -a found=(/usr/lib/postgresql/*/bin/"$1")
  printf '%s' "${found[-1]}"
}

# as_postgres COMMAND...: the server refuses to be run by the superuser.
as_postgres() {
  if [[ $(id -u) == 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

# start_postgres FOLDER PORT [SETTING=VALUE...]: prints nothing; the database `kassabro` of the user `kassabro` is there afterwards.
start_postgres() {
  local folder=$1 port=$2 setting
  shift 2
  rm -rf "$folder"
  mkdir -p "$folder"
  [[ $(id -u) != 0 ]] || chown postgres "$folder"
  as_postgres "$(postgres_program initdb)" -D "$folder/data" -U kassabro --auth=trust --encoding=UTF8 --locale=C --no-sync >"$folder/initdb.log"
  {
    echo "listen_addresses = '127.0.0.1'"
    echo "unix_socket_directories = '$folder'"
    echo "port = $port"
    echo "max_connections = 300"
    for setting in "$@"; do echo "${setting%%=*} = ${setting#*=}"; done
  } | as_postgres tee -a "$folder/data/postgresql.conf" >/dev/null
  as_postgres "$(postgres_program pg_ctl)" -D "$folder/data" -l "$folder/server.log" -w start >/dev/null
  as_postgres "$(postgres_program createdb)" -h 127.0.0.1 -p "$port" -U kassabro kassabro
}

# stop_postgres FOLDER
stop_postgres() {
  [[ ! -e $1/data/postmaster.pid ]] || as_postgres "$(postgres_program pg_ctl)" -D "$1/data" -m immediate stop >/dev/null 2>&1 || true
}

# free_port: one that nobody listens on at the moment.
free_port() {
  local port
  for ((port = 20000 + RANDOM % 10000; port < 40000; port++)); do
    (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  printf '%s' "$port"
}
