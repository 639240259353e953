#!/bin/bash
# The completion scripts loaded by their shells: each completes verbs and options without a word of
# complaint. usage: completions.sh FOLDER, with the files that `make completions` wrote; a shell that
# is not installed is said to be skipped.
set -u
share=$(cd "$1" && pwd)
failed=0
holds() { # what, wanted word, words found
  case " $3 " in
    *" $2 "*) echo "holds: $1 completes $2" ;;
    *) echo "FAILED: $1 does not complete $2: $3"; failed=1 ;;
  esac
}

if command -v bash >/dev/null; then
  script="$share/bash-completion/completions/meadow"
  try='
    source "$1" || exit 1
    shift
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
    name=$(complete -p meadow | sed "s/.*-F \([^ ]*\).*/\1/")
    "$name" meadow "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf "%s " "${COMPREPLY[@]}" | tr -s " "'
  holds bash build "$(bash -c "$try" - "$script" meadow bu 2>&1)"
  holds bash --timings "$(bash -c "$try" - "$script" meadow build --ti 2>&1)"
  holds bash seal "$(bash -c "$try" - "$script" meadow edition s 2>&1)"
  holds bash stackexchange "$(bash -c "$try" - "$script" meadow import sta 2>&1)"
  holds bash internal "$(bash -c "$try" - "$script" meadow build --audience i 2>&1)"
fi

if command -v zsh >/dev/null; then
  try='
    zmodload zsh/zpty
    zpty -b shell zsh -f -i
    zpty -w shell "PS1=; fpath=($1 \$fpath); autoload -U compinit; compinit -u -D; stty -echo; bindkey \"^I\" complete-word; zstyle \":completion:*\" list-colors; LISTMAX=1000"
    sleep 1; while zpty -r -t shell line; do :; done
    zpty -w -n shell "$2"$'"'\t\t'"'
    sleep 2; out=; while zpty -r -t shell line; do out+=$line; done
    print -r -- "$out" | tr "\r\n\t" "   " | sed "s/\x1b\[[0-9;?]*[a-zA-Z]//g"'
  folder="$share/zsh/site-functions"
  words=$(zsh -f -c "$try" - "$folder" "meadow ")
  holds zsh build "$words"
  holds zsh consent "$words"
  words=$(zsh -f -c "$try" - "$folder" "meadow build --t")
  holds zsh --timings "$words"
else
  echo "skipped: zsh (apt-get install zsh)"
fi

if command -v fish >/dev/null; then
  script="$share/fish/vendor_completions.d/meadow.fish"
  try() { fish --no-config -c "source '$script'; complete -C '$1'" 2>&1 | cut -f1 | tr '\n' ' '; }
  holds fish build "$(try 'meadow bu')"
  holds fish --timings "$(try 'meadow build --ti')"
  holds fish seal "$(try 'meadow edition s')"
  holds fish stackexchange "$(try 'meadow import sta')"
  holds fish internal "$(try 'meadow build --audience ')"
else
  echo "skipped: fish (apt-get install fish)"
fi
exit $failed
