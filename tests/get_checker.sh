#!/bin/sh
# Fetches the Nu Html Checker, which needs Java, into the environment; without npm or Java its test is left out.
place=.venv/nu
[ -f "$place/node_modules/vnu-jar/build/dist/vnu.jar" ] && exit 0
command -v java >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || exit 0
echo "fetching the Nu Html Checker (npm install vnu-jar)"
# without retries: where no registry answers, npm waits minutes for it
npm install --silent --no-save --no-audit --no-fund --fetch-retries=0 --fetch-timeout=30000 --prefix "$place" vnu-jar@26 >/dev/null 2>&1 || echo "it can't be had: its test is left out" >&2
