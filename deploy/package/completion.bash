# shellcheck shell=bash
# Completes kassabro's commands and options as its own help tells them.
_kassabro() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} word matches
  local -a path=()
  if [[ $previous == --config ]]; then
    ! matches=$(compgen -f -- "$current") || mapfile -t COMPREPLY <<<"$matches"
    return
  fi
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == -* || $word == *[/=.]* ]] || path+=("$word")
  done
  local help
  help=$(kassabro "${path[@]}" --help 2>/dev/null) || help=$(kassabro "${path[@]:0:1}" --help 2>/dev/null)
  local words
  words=$(sed -n -E 's/^  (-h,)?(--[a-z-]+).*/\2/p; /^Subcommands:/,$ s/^  ([a-z][a-z-]*) .*/\1/p' <<<"$help")
  ! matches=$(compgen -W "$words" -- "$current") || mapfile -t COMPREPLY <<<"$matches"
}
complete -F _kassabro kassabro
