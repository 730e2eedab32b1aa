# shellcheck shell=bash
# Which files are ours, for script/lint and script/format.

cpp_sources() { find src sandbox tests bench -name node_modules -prune -o -name '*.[ch]pp' -print 2>/dev/null | sort; }

shell_sources() {
  grep -rlE --exclude-dir=node_modules '^#!/bin/bash|^# shellcheck shell=bash' script .ci bench tests deploy 2>/dev/null | sort
}

# C++ files that differ from the upstream branch (or from the last commit), and the .cpp beside a changed header.
changed_cpp_sources() {
  local base
  base=$(git merge-base HEAD '@{upstream}' 2>/dev/null || echo HEAD)
  { git diff --name-only --diff-filter=d "$base"; git ls-files --others --exclude-standard; } |
    sed -nE 's/\.[ch]pp$/.cpp/p' | sort -u | while read -r file; do [[ ! -e $file ]] || echo "$file"; done
}
