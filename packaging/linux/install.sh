#!/bin/sh
# Installs Kairos for the person who runs it: the program, a menu entry, icons, the man page, a command. No root.
#   sh kairos.run                        into ~/.local/share/kairos-app
#   sh kairos.run -- --to DIR            elsewhere
set -eu
share=${XDG_DATA_HOME:-$HOME/.local/share}
app=$share/kairos-app
if [ "${1:-}" = --to ]; then
  case ${2:-} in
    /*) app=$2 ;;
    *) echo "Name the whole path of a folder after --to." >&2; exit 2 ;;
  esac
fi
if [ -e "$app" ] && [ ! -e "$app/uninstall.sh" ]; then
  echo "$app is there and is not Kairos. Name another folder: -- --to DIR" >&2
  exit 1
fi
missing=$(LD_LIBRARY_PATH=app/_internal ldd app/_internal/PySide6/Qt/plugins/platforms/libqxcb.so | sed -n 's/ => not found//p')
if [ -n "$missing" ]; then
  echo "This system lacks libraries every window needs; its packages hold them:" $missing >&2
  exit 1
fi

# The new program takes the old one's place at once, or not at all.
mkdir -p "$(dirname "$app")"
rm -rf "$app.new" "$app.old"
mkdir "$app.new"
mv app/* uninstall.sh version "$app.new/"
: > "$app.new/installed"
(cd share && find . -type f) | sed 's|^\./||' | while read -r file; do
  mkdir -p "$(dirname "$share/$file")"
  case $file in
    *.desktop) sed "s|@PROGRAM@|\"$app/kairos\"|" "share/$file" > "$share/$file" ;;
    *) cp "share/$file" "$share/$file" ;;
  esac
  echo "$share/$file" >> "$app.new/installed"
done
if [ -e "$app" ]; then
  "$app/kairos" stop >/dev/null 2>&1 || : # an open window starts the new recorder, and so does the next log-in
  mv "$app" "$app.old"
fi
mv "$app.new" "$app"
rm -rf "$app.old"
mkdir -p "$HOME/.local/bin"
if [ -L "$HOME/.local/bin/kairos" ] || [ ! -e "$HOME/.local/bin/kairos" ]; then
  ln -sfn "$app/kairos" "$HOME/.local/bin/kairos"
  echo "$HOME/.local/bin/kairos" >> "$app/installed"
fi
update-desktop-database -q "$share/applications" 2>/dev/null || :
echo "Kairos $(cat "$app/version") is installed in $app. Open it from the menu, or with $HOME/.local/bin/kairos."
echo "To remove it: $app/uninstall.sh (your history stays)."
