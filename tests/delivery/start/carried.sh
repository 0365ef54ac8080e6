#!/bin/sh
# Opens the program with the Python that lies beside it. Nothing is installed, and nothing is written into this folder.
case $0 in */*) here=${0%/*} ;; *) here=. ;; esac
here=$(CDPATH='' cd -- "$here" && pwd -P) || exit 1
if ! [ -t 0 ] && ! [ -t 1 ] && [ $# -eq 0 ]; then # opened by a double click: it needs a terminal
    for terminal in x-terminal-emulator gnome-terminal konsole xfce4-terminal xterm; do
        command -v "$terminal" >/dev/null 2>&1 || continue
        case $terminal in gnome-terminal) exec "$terminal" -- "$0" ;; *) exec "$terminal" -e "$0" ;; esac
    done
fi
LD_LIBRARY_PATH=$here/python/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
export LD_LIBRARY_PATH
exec "$here/python/bin/python3" -I -B "$here/start.py" "$@"
