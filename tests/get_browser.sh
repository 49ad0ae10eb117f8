#!/bin/sh
# Finds Chromium for the browser tests, or installs Debian's package where it can.
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1; then
  sudo=""
  [ "$(id -u)" = 0 ] || sudo="sudo -n"
  echo "installing chromium for the browser tests (apt-get install chromium)"
  if $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq chromium >/dev/null; then
    exit 0
  fi
fi
echo "The browser tests need Chromium, and it can't be installed from here:" >&2
echo "install the package 'chromium' (or Google Chrome) yourself and run 'make test' again." >&2
exit 1
