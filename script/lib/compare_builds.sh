# shellcheck shell=bash
# Sourced by script/reproduce: are two files the same, and if not, where do they differ.

# compare_builds ONE OTHER FILE...: files of two folders, by path below them.
compare_builds() {
  local one=$1 other=$2 file ill=0
  shift 2
  for file in "$@"; do
    if cmp -s "$one/$file" "$other/$file"; then
      printf 'same       %s  %s\n' "$(sha256sum <"$one/$file" | cut -c1-64)" "$file"
    else
      printf 'DIFFERENT  %s\n' "$file"
      explain_difference "$one/$file" "$other/$file" | sed 's/^/           /'
      ill=1
    fi
  done
  return "$ill"
}

# What differs, by the parts of a program or of a package; more is told by diffoscope.
explain_difference() {
  if [[ ! -e $1 || ! -e $2 ]]; then echo "there is only one of them"
  elif [[ $1 == *.deb ]]; then differing_members "$1" "$2"
  elif readelf -h "$1" >/dev/null 2>&1; then differing_sections "$1" "$2"
  else cmp "$1" "$2" 2>&1 | sed 's/.* differ:/first at/'; fi || true
}

differing_sections() {
  local section folder hint
  folder=$(mktemp -d)
  while read -r section; do
    for hint in 1 2; do
      objcopy -O binary --only-section="$section" --set-section-flags "$section=alloc" "${!hint}" "$folder/$hint" 2>/dev/null || true
    done
    cmp -s "$folder/1" "$folder/2" || printf '%s: %d and %d bytes\n' "$section" "$(stat -c %s "$folder/1")" "$(stat -c %s "$folder/2")"
  done < <(readelf -SW "$1" | sed -nE 's/^ *\[ *[1-9][0-9]*\] (\.[^ ]+).*/\1/p')
  # The likeliest reason.
  grep -aoF "$root/build/reproduce" "$1" | sort | uniq -c | sed 's/^ *\([0-9]*\) .*/the path of its folder stands in it \1 times/'
  rm -rf "$folder"
}

differing_members() {
  local folder number
  folder=$(mktemp -d)
  for number in 1 2; do
    dpkg-deb --raw-extract "${!number}" "$folder/$number"
    dpkg-deb --ctrl-tarfile "${!number}" | tar -tvf - >"$folder/$number.list"
    dpkg-deb --fsys-tarfile "${!number}" | tar --full-time -tvf - >>"$folder/$number.list"
  done
  diff "$folder/1.list" "$folder/2.list" | sed -n 's/^[<>]/rights, size or time:/p'
  (cd "$folder" && diff -rq 1 2)
  rm -rf "$folder"
}
