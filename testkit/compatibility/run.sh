#!/usr/bin/env bash
# Tries the built component on other versions of Camel, Jedis, Java and the server, and writes docs/compatibility.md.
# Not all of all with all: Combinations.java says which.
# Java homes besides the one in use: JAVA_HOMES=/path/one:/path/two (by default all below /usr/lib/jvm).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../..
camels=${CAMELS:-4.14.5 4.17.0 4.18.1 4.22.0}
jedises=${JEDISES:-7.2.0 8.0.2}
work=$here/target/matrix

cd "$root"
mvn -B -q -Pquick,servers package -pl testkit/compatibility -am -Dmaven.test.skip=false -DskipTests
mkdir -p "$work"

java_version() { "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p'; }

declare -A homes
for home in "${JAVA_HOME:-}" $(tr : ' ' <<<"${JAVA_HOMES:-}") /usr/lib/jvm/*; do
  if [ -x "$home/bin/java" ] && [ ! -L "$home" ]; then homes[$(java_version "$home")]=$home; fi
done

versions=$(printf '%s\n' "${!homes[@]}" | sort -n)
: >"$work/stacks.tsv"
for camel in $camels; do
  for jedis in $jedises; do
    mvn -B -q -f "$here/stack/pom.xml" dependency:build-classpath "-Dcamel.version=$camel" "-Djedis.version=$jedis" \
      "-Dmdep.outputFile=$work/class-path.txt"
    for version in $versions; do
      printf '%s\t%s\t%s\t%s\t%s\n' "${homes[$version]}" "$version" "$camel" "$jedis" "$(cat "$work/class-path.txt")" >>"$work/stacks.tsv"
    done
  done
done

: >"$work/found.tsv"
for server in redis-server valkey-server; do
  if command -v "$server" >/dev/null; then
    printf '%s %s\t%s\n' "${server%-server}" "$("$server" --version | sed -n 's/.* v=\([0-9.]*\).*/\1/p')" "$(command -v "$server")" >>"$work/found.tsv"
  fi
done
system=$(uname -s | tr '[:upper:]' '[:lower:]')
processor=$(uname -m | sed 's/x86_64/amd64/; s/aarch64/arm64/')
for binary in "$here/target/servers"/redis-server-*-"$system-$processor"; do
  chmod +x "$binary"
  printf 'redis %s\t%s\n' "$("$binary" --version | sed -n 's/.* v=\([0-9.]*\).*/\1/p')" "$binary" >>"$work/found.tsv"
done
sort -u -t $'\t' -k 1,1 "$work/found.tsv" >"$work/servers.tsv"

used() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" pom.xml; }
usual="$(grep -o '^redis 7[0-9.]*' "$work/servers.tsv" | head -1),$(used maven.compiler.release),$(used camel.version),$(used jedis.version)"

jars=$root/camel-gort-streams/target/camel-gort-streams-0.1.0-SNAPSHOT.jar:$here/target/gort-streams-compatibility-0.1.0-SNAPSHOT.jar
java -cp "$here/target/gort-streams-compatibility-0.1.0-SNAPSHOT.jar:$(cat "$here/target/class-path.txt")" \
  io.gort.camel.streams.compatibility.Matrix "$work" "$root/docs/compatibility.md" "$jars" "$usual"
