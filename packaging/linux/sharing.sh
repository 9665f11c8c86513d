#!/bin/sh
# What is given away as files, with an installed Kairos: a week, a pack, the sums of a team of five. Run by session.sh,
# with the program, a profile that holds weeks of history, and a folder for the files as arguments.
set -eu
kairos=$1
lead=$2
out=$3
mkdir -p "$out"
"$kairos" share on --profile "$lead"
"$kairos" share week --profile "$lead" --file "$out/week.json" --yes | tail -1
"$kairos" share read "$out/week.json" | head -2
"$kairos" packs export rules --profile "$lead" --file "$out/rules.json" --yes | tail -1
"$kairos" packs import "$out/rules.json" --profile "$lead-1" --yes | tail -2

round=$out/round
"$kairos" share team begin Team --people 5 -o "$round" --profile "$lead" --yes | tail -1
people="$lead"
for n in 1 2 3 4; do
  "$kairos" demo --days 14 --seed "$n" --no-window --lang en --profile "$lead-$n" >/dev/null
  "$kairos" share on --profile "$lead-$n" >/dev/null
  people="$people $lead-$n"
done
each() { # STEP FILE: every person takes it with the file that the lead made, and gives one back
  number=0
  for person in $people; do
    number=$((number + 1))
    "$kairos" share team "$1" "$2" -o "$out/$3-$number" --profile "$person" --yes >/dev/null
  done
}
each join "$round" joined
"$kairos" share team close "$out"/joined-* -o "$out/members" --profile "$lead" --yes >/dev/null
each contribute "$out/members" given
"$kairos" share team combine "$out"/given-* -o "$out/request" --profile "$lead" --yes >/dev/null
each contribute "$out/request" answer
"$kairos" share team combine "$out"/answer-* -o "$out/sums" --profile "$lead" --yes | tail -12
