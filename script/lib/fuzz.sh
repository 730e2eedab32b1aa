# shellcheck shell=bash
# libFuzzer's programs (tests/fuzz): building them, what they begin with, running one, and what came of it.

fuzz=$build/fuzz

fuzz_targets() { sed -nE 's/^kassabro_fuzz\(([a-z0-9_]+).*/\1/p' tests/fuzz/CMakeLists.txt; }

# build_fuzz TARGET...: only these, with the libraries they need.
build_fuzz() {
  lock_build
  need_packages build
  need_phone_headers
  need_node
  if [[ ! -e $fuzz/build.ninja ]]; then
    say "configuring: build/fuzz"
    run_quietly "$build/log/cmake-fuzz.log" cmake --preset fuzz || die "cmake failed"
  fi
  ninja -C "$fuzz" "${@/#/fuzz_}" >&2
  local target
  for target in "$@"; do gather_seeds "$target"; done
}

# What tests/fuzz/seeds.txt names for a target.
gather_seeds() {
  local target=$1 kind patterns
  mkdir -p "$fuzz"/{corpus,seeds}/"$target" "$fuzz"/{findings,log,words}
  while read -r _ kind patterns; do
    local -a files
    mapfile -t files < <(shopt -s globstar nullglob && eval "printf '%s\n' $patterns")
    [[ ${files[0]-} ]] || die "tests/fuzz/seeds.txt: $target: nothing there: $patterns"
    case $kind in
      seeds) node script/lib/fuzz_seeds.mjs seeds "$fuzz/seeds/$target" "${files[@]}" ;;
      words) node script/lib/fuzz_seeds.mjs words "$fuzz/words/$target" "${files[@]}" ;;
    esac
  done < <(grep -E "^$target " tests/fuzz/seeds.txt)
}

# fuzz_one TARGET SECONDS: what libFuzzer says goes to a log; never fails, for fuzz_report tells what came of it.
fuzz_one() {
  local target=$1 seconds=$2 status=0
  local -a words=() seed=()
  [[ ! -e $fuzz/words/$target ]] || words=(-dict="$fuzz/words/$target")
  [[ -z ${KASSABRO_SEED-} ]] || seed=(-seed="$KASSABRO_SEED")
  [[ -z ${KASSABRO_FUZZ_TRIES-} ]] || seed+=(-runs="$KASSABRO_FUZZ_TRIES")
  ASAN_SYMBOLIZER_PATH=$(command -v llvm-symbolizer-19 || command -v llvm-symbolizer || true) UBSAN_OPTIONS=print_stacktrace=1 \
    "$fuzz/bin/fuzz_$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 "${words[@]}" "${seed[@]}" \
    -artifact_prefix="build/fuzz/findings/$target-" "build/fuzz/corpus/$target" "build/fuzz/seeds/$target" \
    >"$fuzz/log/$target.log" 2>&1 || status=$?
  echo "$status" >"$fuzz/log/$target.status"
}

# fuzz_all SECONDS TARGET...: as many at a time as there are cores.
fuzz_all() {
  local seconds=$1 target running=0
  shift
  for target in "$@"; do
    if ((running == $(nproc))); then
      wait -n
      running=$((running - 1))
    fi
    fuzz_one "$target" "$seconds" &
    running=$((running + 1))
  done
  wait
}

# fuzz_report TARGET...: a line for each, the findings below, and $KASSABRO_FUZZ_REPORT as JUnit where somebody asks for it. Fails on a finding.
fuzz_report() {
  local target runs speed coverage status found=0 cases=""
  printf '%-14s %10s %8s %9s  %s\n' parser runs runs/s coverage result
  for target in "$@"; do
    local log=$fuzz/log/$target.log
    runs=$(sed -nE 's/^stat::number_of_executed_units: *//p' "$log" | tail -n 1)
    speed=$(sed -nE 's/^stat::average_exec_per_sec: *//p' "$log" | tail -n 1)
    coverage=$(grep -oE ' cov: [0-9]+' "$log" | tail -n 1 | tr -dc 0-9 || true)
    status=$(<"$fuzz/log/$target.status")
    printf '%-14s %10s %8s %9s  %s\n' "$target" "${runs:--}" "${speed:--}" "${coverage:--}" "$( ((status == 0)) && echo fine || echo FOUND )"
    if ((status == 0)); then cases+="<testcase name=\"$target\"/>"; continue; fi
    found=$((found + 1))
    cases+="<testcase name=\"$target\"><failure/></testcase>"
  done
  [[ -z ${KASSABRO_FUZZ_REPORT-} ]] || printf '<testsuite>%s</testsuite>\n' "$cases" | sed 's/<testcase/\n&/g' >"$KASSABRO_FUZZ_REPORT"
  ((found > 0)) || return 0
  for target in "$@"; do [[ $(<"$fuzz/log/$target.status") == 0 ]] || fuzz_finding "$target"; done
  return 1
}

# What broke, and how to see it again.
fuzz_finding() {
  local log=$fuzz/log/$1.log input
  input=$(sed -nE 's/.*Test unit written to (.*)/\1/p' "$log" | tail -n 1)
  echo
  echo "FOUND by $1: $(grep -m1 -E '^NOT TRUE|runtime error|^SUMMARY|ERROR: (Address|Leak)Sanitizer|ERROR: libFuzzer|Assertion|terminate called' "$log" || tail -n 1 "$log")"
  grep -E -m 6 '^ *#[0-9]+ .* in kassabro::' "$log" | sed 's/^ */  /' || true
  echo "  again: build/fuzz/bin/fuzz_$1 ${input:-(see build/fuzz/log/$1.log)}"
}
