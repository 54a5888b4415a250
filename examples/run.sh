#!/usr/bin/env bash
# Starts the liquidation heatmap example: builds what is missing or outdated, then runs it.
# Needs a JDK 17 and Maven, nothing else. Options: examples/run.sh --help
set -euo pipefail

examples=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$examples")
built="$examples/target/built-by-run"
modules=(camel-gort-streams testkit routes examples)

fail() {
  echo "run.sh: $1" >&2
  exit 1
}

find_java() {
  java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
  command -v "$java" >/dev/null || fail "java: not found (expected: a JDK 17 or newer, on the PATH or in JAVA_HOME)"
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  [[ "$version" =~ ^[0-9]+$ && "$version" -ge 17 ]] || fail "java: version ${version:-unknown} (expected: 17 or newer)"
}

# Sources and build files that decide what is run; tests do not.
sources() {
  echo "$root/pom.xml"
  for module in "${modules[@]}"; do
    for part in pom.xml src/main src/generated; do
      [[ -e "$root/$module/$part" ]] && echo "$root/$module/$part"
    done
  done
}

is_outdated() {
  [[ -f "$built" && -d "$examples/target/lib" && -d "$examples/target/classes" ]] || return 0
  local newer
  newer=$(sources | tr '\n' '\0' | xargs -0 -I{} find {} -newer "$built" -type f -print 2>/dev/null | head -n 1)
  [[ -n "$newer" ]]
}

build() {
  command -v mvn >/dev/null || fail "mvn: not found (expected: Maven 3.8 or newer on the PATH, to build the example)"
  echo "building the example, which takes a minute the first time …" >&2
  mkdir -p "$examples/target"
  local begun="$examples/target/build-begun"
  touch "$begun"
  (cd "$root" && mvn -q -B -Pquick -pl examples -am package </dev/null >&2) || fail "the build failed, see above"
  touch -r "$begun" "$built"
  rm -f "$begun"
}

for argument in "$@"; do
  if [[ "$argument" == --help || "$argument" == -h ]]; then
    cat "$examples/src/main/resources/heatmap/help.txt"
    exit 0
  fi
done

find_java
if is_outdated; then
  # two starts at once shall not build over each other
  mkdir -p "$examples/target"
  if command -v flock >/dev/null; then
    exec 9>"$examples/target/.build-lock"
    flock 9
    if is_outdated; then build; fi
    exec 9>&-
  else
    build
  fi
fi

terminal=false
if [[ -t 1 ]]; then terminal=true; fi
exec "$java" -Dheatmap.terminal="$terminal" -Dheatmap.log="$examples/target/heatmap-example.log" \
  -XX:+UseSerialGC -Dfile.encoding=UTF-8 \
  -cp "$examples/target/classes:$examples/target/lib/*" \
  io.gort.camel.streams.examples.heatmap.HeatmapExample "$@"
