#!/bin/sh
# One person's first hour with an installed Kairos, in minutes: a desktop, windows whose titles change, the recorder, the
# window, advice, an export, files to give away, a log-in, its end and the next one. Run by try_deb.py and try_run.py as
# an ordinary user, with the program and a folder as arguments; a third, quick, leaves the training out.
set -eu
kairos=$1
out=$2
mkdir -p "$out" "$HOME/run"
chmod 700 "$HOME/run"
export DISPLAY=:$((1000 + $$ % 20000)) XDG_RUNTIME_DIR="$HOME/run" PYTHON_KEYRING_BACKEND=keyring.backends.null.Keyring
step() { echo "== $*"; }
wait_for() { # SECONDS COMMAND...
  left=$(($1 * 5)); shift
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1)); [ "$left" -gt 0 ] || { echo "waited in vain for: $*"; return 1; }
    sleep 0.2
  done
}
Xvfb $DISPLAY -screen 0 1280x800x24 >"$out/xvfb.log" 2>&1 & x=$!
trap 'kill $x 2>/dev/null || :' EXIT
wait_for 20 xdpyinfo
openbox >/dev/null 2>&1 & desktop=$!

step the recorder, and 40 s of work
"$kairos" record --for 45 >"$out/record.log" 2>&1 & recorder=$!
xterm -fa Monospace -fs 9 -T "report.md - editor" -e 'for t in "report.md - editor" "inbox - mail" "budget.ods - sheet"; do printf "\033]0;%s\007" "$t"; sleep 12; done' &
term=$!
for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do sleep 3; xdotool mousemove_relative 3 3 || :; done
wait $term || :
grep -h VmRSS /proc/$recorder/status || :
wait $recorder || cat "$out/record.log"

step what was recorded
"$kairos" today
step advice on a day old history, and on two made-up months with learned models
"$kairos" recommend focus || echo "exit status $?"
demo=$HOME/demo
"$kairos" demo --days 60 --seed 1 --no-window --lang en --profile "$demo"
[ "${3:-}" = quick ] || "$kairos" mind train --profile "$demo" | tail -8
"$kairos" recommend focus --profile "$demo" || echo "exit status $?"
"$kairos" recommend documents --profile "$demo" | head -4
"$kairos" plan suggest --profile "$demo" | tail -3
step documents, by words and by meaning
"$kairos" documents index --profile "$demo" | tail -2
"$kairos" documents search "storage costs" --profile "$demo" | head -4
"$kairos" ask "how long did I work last week?" --profile "$demo"
step an encrypted profile
printf 'correct horse battery staple\n' > "$out/passphrase"
chmod 600 "$out/passphrase"
"$kairos" --passphrase-file "$out/passphrase" today --profile "$HOME/sealed"
"$kairos" keys list --profile "$HOME/sealed" --passphrase-file "$out/passphrase"
head -c 15 "$HOME/sealed/kairos.sqlite3" | grep -q "SQLite format" && echo "NOT ENCRYPTED" || echo "the file is encrypted"
step an export
"$kairos" export events --format csv -o "$out/events.csv"
for kind in pdf xlsx html json; do "$kairos" report --format $kind -o "$out/report.$kind"; done
head -3 "$out/events.csv"
ls -l "$out"

step what is given away
sh "${0%/*}/sharing.sh" "$kairos" "$demo" "$out/given"

step the window
"$kairos" >"$out/window.log" 2>&1 & window=$!
wait_for 60 xdotool search --onlyvisible --class kairos
sleep 8
import -window root "$out/window.png"
"$kairos" --profile "$demo" --screenshot insights "$out/insights.png" --lang zh_CN --theme dark
kill $window; wait $window || echo "exit status $?"
cat "$out/window.log"
step a focus session, as the menu starts one
"$kairos" focus start
"$kairos" focus stop
step start at log-in, chosen by keyboard in the window, and what a log-in then runs
settings=$HOME/.local/share/kairos/settings.toml
{ echo "first_run_done = true"; grep -v "^first_run_done" "$settings" 2>/dev/null || :; } > "$out/settings.toml"
mv "$out/settings.toml" "$settings"
entry=$HOME/.config/autostart/kairos-recorder.desktop
rm -f "$entry"
"$kairos" >>"$out/window.log" 2>&1 & window=$!
wait_for 60 xdotool search --onlyvisible --class kairos
choose() { xdotool key Escape; xdotool key ctrl+k; sleep 1; xdotool type "start recording at log-in"; sleep 1; xdotool key Return; wait_for 10 test -s "$entry"; }
sleep 4
choose || choose || choose || import -window root "$out/log-in.png"
kill $window; wait $window || :
"$kairos" stop || :
grep Exec= "$entry"
kill $desktop; wait $desktop || :
openbox-session >/dev/null 2>&1 & desktop=$!
wait_for 60 sh -c '"$0" status | grep -qi "^recording"' "$kairos" || :
"$kairos" status
ps -o ppid=,args= -C kairos | head -3
step logged out: where nobody ends it, the recorder says that it sees nothing
openbox --exit || kill $desktop
kill $x; wait $x || :
wait_for 30 sh -c '"$0" status | grep -q "does not answer"' "$kairos" || :
"$kairos" status || :
left=$("$kairos" status | sed -n 's/^Process \([0-9]*\).*/\1/p')
step logged in again: a newcomer takes its place
DISPLAY=:$((21001 + $$ % 20000))
Xvfb $DISPLAY -screen 0 1280x800x24 >>"$out/xvfb.log" 2>&1 & x=$!
wait_for 20 xdpyinfo
openbox-session >/dev/null 2>&1 & desktop=$!
wait_for 60 sh -c '"$0" status | grep -qi "^recording"' "$kairos" || :
"$kairos" status || :
kill -0 "${left:-1}" 2>/dev/null && echo "the one that was left behind still runs: $left" || :
openbox --exit || kill $desktop
"$kairos" stop || :
