# shellcheck shell=bash
# Plain HTTP from bash itself: a fresh Debian has neither curl nor wget.

# http_call METHOD HOST:PORT PATH [JSON [TOKEN]]: prints the answer's body; fails if nobody answers or the status is not 2xx.
http_call() {
  local method=$1 host=${2%:*} port=${2##*:} path=$3 body=${4-} authorization=${5:+Authorization: Bearer $5$'\r\n'}
  local connection line answered
  { exec {connection}<>"/dev/tcp/$host/$port"; } 2>/dev/null || return 1
  printf '%s %s HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
    "$method" "$path" "$2" "$authorization" "$(LC_ALL=C; echo ${#body})" "$body" >&"$connection"
  read -r -t 60 line <&"$connection" || line=
  answered=$(tr -d '\r' <&"$connection" | sed '1,/^$/d')
  exec {connection}>&-
  printf '%s\n' "$answered"
  [[ $line == HTTP/1.?\ 2* ]]
}

# port_is_taken HOST:PORT
port_is_taken() { (exec 3<>"/dev/tcp/${1%:*}/${1##*:}") 2>/dev/null; }
