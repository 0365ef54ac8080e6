#!/bin/sh
# Puts the program from this stick into a folder of yours, once, and starts it. It needs Python 3.11 to 3.14 and no network.
which=@WHICH@
case $0 in */*) here=${0%/*} ;; *) here=. ;; esac
here=$(CDPATH='' cd -- "$here" && pwd -P) || exit 1
case $(uname -s) in
Darwin) all="$HOME/Library/Application Support/group-notes-program" ;;
*) all=${XDG_DATA_HOME:-$HOME/.local/share}/group-notes-program ;;
esac
to=$all/$which
if ! [ -e "$to/ready" ]; then
    for python in python3.14 python3.13 python3.12 python3.11 python3 ''; do
        [ -n "$python" ] || break
        "$python" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null && break
    done
    if [ -z "$python" ]; then
        echo 'This needs Python 3.11 to 3.14 (on Debian and Ubuntu also the package python3-venv), and none was found.' >&2
        exit 1
    fi
    echo 'Putting the program into a folder of yours. This takes half a minute, once.'
    rm -rf "$all"
    "$python" -m venv "$to" &&
        "$to/bin/python" -m pip --isolated --disable-pip-version-check install -q --no-index --find-links "$here/wheels" \
            --require-hashes -r "$here/wheels/requirements.txt" &&
        : >"$to/ready" || { echo 'That did not work; the lines above say why. Nothing else was changed.' >&2; exit 1; }
fi
exec "$to/bin/youth-codesign" "$@"
