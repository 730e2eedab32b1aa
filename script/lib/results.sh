# shellcheck shell=bash
# Running tests and counting them. Every runner writes JUnit XML, so there is one way to count.

passed=0 failed=0 skipped=0
reports=$build/reports
mkdir -p "$reports"

# run_check NAME COMMAND...: one test, passed when the command succeeds; its output is shown when it does not.
run_check() {
  local name=$1
  shift
  if run_quietly "$reports/${name// /-}.log" "$@"; then
    passed=$((passed + 1))
    say "passed: $name"
  else
    failed=$((failed + 1))
    say "FAILED: $name"
  fi
}

# run_reported NAME COMMAND...: many tests; the command writes $report.
run_reported() {
  local name=$1 status=0 ok bad skip started=$SECONDS
  report=$reports/$name.xml
  shift
  rm -f "$report"
  say "running: $name"
  "$@" >&2 || status=$?
  read -r ok bad skip < <(count_report "$report")
  # A runner that fails without naming a test (a crash, a file that does not load) is a failure all the same.
  ((status == 0 || bad > 0)) || bad=1
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + skip))
  say "$name: $ok passed, $bad failed, $skip skipped in $((SECONDS - started)) s"
}

# count_report FILE: "passed failed skipped" of a JUnit file. A test that CTest could not start is "notrun": a failure, unless
# it asked to be skipped.
count_report() {
  [[ -e $1 ]] || { echo 0 0 0; return; }
  awk '
    function close_case() { if (state != "") count[state]++; state = "" }
    /<testcase[ >]/ { close_case(); state = "passed"; not_run = /status="notrun"/ }
    /<skipped/ && state == "passed" { state = not_run && !/SKIP_/ ? "failed" : "skipped" }
    /<(failure|error)[ >\/]/ && state != "" { state = "failed" }
    END { close_case(); print count["passed"] + 0, count["failed"] + 0, count["skipped"] + 0 }
  ' "$1"
}

# finish: the last line, and the exit code.
finish() {
  ((skipped == 0)) || say "$skipped skipped"
  ((passed + failed > 0)) || say "nothing ran"
  printf '%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0 && passed > 0))
}
