#!/bin/sh
# Removes what install.sh put there, and nothing else: the person's history and settings stay.
set -eu
app=$(cd "$(dirname "$0")" && pwd)
if [ ! -e "$app/installed" ] || [ ! -e "$app/_internal" ]; then
  echo "$app does not look like an installed Kairos; nothing was removed." >&2
  exit 1
fi
config=${XDG_CONFIG_HOME:-$HOME/.config}
start=$config/autostart/kairos-recorder.desktop
if [ -e "$start" ] && grep -qF "$app/kairos" "$start"; then
  rm -f "$start"
fi
"$app/kairos" stop >/dev/null 2>&1 || :
while read -r file; do
  rm -f "$file"
  folder=$(dirname "$file")
  while [ "$folder" != "$HOME" ] && rmdir "$folder" 2>/dev/null; do
    folder=$(dirname "$folder")
  done
done < "$app/installed"
rm -rf "$app"
echo "Kairos is removed. Your history is still where it was: ${XDG_DATA_HOME:-$HOME/.local/share}/kairos"
