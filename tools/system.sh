#!/bin/sh
# Installs the Debian packages named after the reason, if any is missing:
#   sh tools/system.sh "the browser tests" chromium poppler-utils
# Root installs them; anybody else is told the one command that root must run.
set -eu
reason=$1
shift

if ! command -v dpkg-query >/dev/null; then
    echo "This is not Debian: please see to it yourself that these are here: $*" >&2
    exit 0
fi

missing=""
for package in "$@"; do
    case $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true) in
        installed) ;;
        *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" != 0 ]; then
    echo "System packages are missing that are needed for $reason. Please run as root:" >&2
    echo "    apt-get update && apt-get install --yes --no-install-recommends$missing" >&2
    exit 1
fi

echo "Installing$missing (needed for $reason)"
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet=2
# shellcheck disable=SC2086  # one word for each package
apt-get install --yes --no-install-recommends --quiet=2 $missing >/dev/null
