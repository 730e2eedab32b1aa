# shellcheck shell=bash
# The C++ part: configure when needed, then ninja.

# CMake decides at configure time what to embed, so a new web bundle is a reason to configure again; ninja itself notices
# changed CMake files.
configure_cpp() {
  local stamp=$release/.web now=none
  [[ ! -e $build/web/.sources ]] || now=$(<"$build/web/.sources")
  [[ -e $release/build.ninja && -e $stamp && $(<"$stamp") == "$now" ]] && return
  say "configuring: build/$preset"
  run_quietly "$build/log/cmake-$preset.log" cmake --preset "$preset" || die "cmake failed"
  echo "$now" >"$stamp"
}

# prepare: everything before the compiler.
prepare() {
  need_packages build
  need_phone_headers
  build_web
  configure_cpp
}
