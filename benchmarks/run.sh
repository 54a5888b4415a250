#!/usr/bin/env bash
# Measures gort-streams beside the bare driver, on a Redis of its own.
# benchmarks/run.sh [consume|send|list|threads|threads-async|forward|aggregate|aggregate-scattered …] [--rounds N] [--warm-up N] [--scale F]; without names all of them.
# Needs a JDK 17 and Maven, nothing else. Writes benchmarks/target/benchmarks/report.md and report.json.
set -euo pipefail

benchmarks=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

(cd "$benchmarks/.." && mvn -q -B -Pquick -pl benchmarks -am package </dev/null >&2)

cd "$benchmarks"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xms1g -Xmx1g ${BENCHMARK_JAVA_OPTIONS:-} \
  -cp "target/classes:target/lib/*" io.gort.camel.streams.benchmarks.Benchmarks "$@"
