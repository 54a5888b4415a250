#!/usr/bin/env bash
# Creates the consumer groups of a deployment. See usage below, or ./setup.sh --help.
set -euo pipefail

usage() {
  cat <<'END'
Usage: ./setup.sh

Creates consumer groups on a Redis, and their streams where there are none yet. It publishes nothing, and running it
again does no harm. Default: 425 groups on 145 streams, each starting at the stream's end ($).

  aggregator-group, storage-group, monitor-group   on liquidations|market|positions|orderbook:EXCHANGE:SYMBOL
  api-group                                        on heatmap:SYMBOL

It needs Java 17, and Maven for the first run, which builds what is missing. No redis-cli.

Environment:
  REDIS_HOST, REDIS_PORT   where Redis is                              (localhost, 6379)
  REDIS_PASSWORD           its password; never shown                   (none)
  REDIS_USERNAME           an ACL user, who needs +xgroup|create       (the default user)
  REDIS_TLS                true for TLS                                (false)
  GORT_EXCHANGES           separated by commas or spaces
                           (binance okx bybit coinbase kraken deribit bitfinex)
  GORT_SYMBOLS             separated by commas or spaces
                           (BTCUSDT ETHUSDT BNBUSDT SOLUSDT XRPUSDT)
  JAVA_OPTS                more options for Java                       (none)

With TLS the server's certificate must match REDIS_HOST and be trusted by Java's own trust store; name another with
JAVA_OPTS="-Djavax.net.ssl.trustStore=FILE".

It ends with 0 when every group exists, 1 when Redis is down or refuses, 2 when a value is wrong.
END
}

fail() {
  echo "setup.sh: $1" >&2
  exit "${2:-1}"
}

case "${1:-}" in
  '') ;;
  -h | --help)
    usage
    exit 0
    ;;
  *) fail "unknown argument '$1' (expected: none, or --help)" 2 ;;
esac

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source_folder=$root/examples/src/main/java/io/gort/camel/streams/examples/setup
class_file=$root/examples/target/classes/io/gort/camel/streams/examples/setup/CreateGroups.class
lib=$root/examples/target/lib

is_built() {
  [[ -f $class_file ]] && compgen -G "$lib/jedis-*.jar" >/dev/null &&
    [[ -z $(find "$source_folder" -name CreateGroups.java -newer "$class_file") ]]
}

build() {
  local log=$root/target/setup-build.log
  command -v mvn >/dev/null || fail "not built yet, and there is no mvn on the PATH (expected: Maven 3.8 or newer)"
  echo "setup.sh: building the examples, once; the log is $log" >&2
  mkdir -p "$root/target"
  (cd "$root" && mvn -q -B -Pquick -pl examples -am package) >"$log" 2>&1 </dev/null ||
    fail "the build failed, see $log"
}

java=java
[[ -n ${JAVA_HOME:-} ]] && java=$JAVA_HOME/bin/java
command -v "$java" >/dev/null || fail "no Java at '$java' (expected: Java 17 or newer)"

is_built || build

# Only the driver and its needs: opening every jar of the examples would take longer than the work itself.
classpath=$root/examples/target/classes
for name in jedis commons-pool2 slf4j-api gson json redis-authx-core; do
  for jar in "$lib/$name"-[0-9]*.jar; do
    classpath+=:$jar
  done
done

# UTF-8 whatever the shell's locale: symbols are not always ASCII, and Java reads the environment by the locale.
# shellcheck disable=SC2086 # JAVA_OPTS is a list of words
LC_ALL=C.UTF-8 exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto \
  -Dslf4j.internal.verbosity=ERROR ${JAVA_OPTS:-} \
  -cp "$classpath" io.gort.camel.streams.examples.setup.CreateGroups
