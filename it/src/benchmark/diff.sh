#!/usr/bin/env bash
# Times a diff of two databases of 1,000 tables with 10 columns, 3 indexes and 2 policies each, beside an empty Maven build.
#
#   mvn -DskipTests -pl migration-archetype -am install
#   it/src/benchmark/diff.sh [tables] [rounds]
#
# It needs psql, and uses the PostgreSQL 18 of the build, or the server of MIGRATE_URL and MIGRATE_PASSWORD, where it
# creates and drops the databases migrate_benchmark_one and _other. Run it on a quiet machine.
set -eu
tables=${1:-1000} rounds=${2:-3}
finish() {
    [ -z "${created:-}" ] || databases drop || true
    [ -z "${server:-}" ] || exec {server}>&-
}
. "$(dirname "$0")/server.sh"
start_server
export PGPASSWORD=${MIGRATE_PASSWORD:-} MIGRATE_PASSWORD=${MIGRATE_PASSWORD:-}
base=${MIGRATE_URL%/*}
databases() {
    for name in one other; do
        psql -X -q "$MIGRATE_URL" -c "SET client_min_messages = error" -c "DROP DATABASE IF EXISTS migrate_benchmark_$name"
        [ "$1" = drop ] || psql -X -q "$MIGRATE_URL" -c "CREATE DATABASE migrate_benchmark_$name"
    done
}
mkdir "$folder/migrations"
echo 'CREATE TABLE IF NOT EXISTS t1 (id bigint PRIMARY KEY);' > "$folder/migrations/00001_t1.sql"
cat > "$folder/pom.xml" <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>benchmark</groupId><artifactId>diff</artifactId><version>1</version><packaging>pom</packaging>
  <build><plugins><plugin>
    <groupId>dev.pgmigrate</groupId><artifactId>migration-maven-plugin</artifactId><version>0.1.0-SNAPSHOT</version>
  </plugin></plugins></build>
</project>
POM

databases create
created=yes
for name in one other; do
    psql -X -q -v ON_ERROR_STOP=1 "$base/migrate_benchmark_$name" <<SQL
DO \$\$ BEGIN FOR i IN 1..$tables LOOP
    EXECUTE format('CREATE TABLE t%s (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text NOT NULL DEFAULT ''x'','
        ' b int, c int CHECK (c > 0), d numeric(10, 2), e timestamptz DEFAULT now(), f jsonb, g uuid, h boolean, k text)', i);
    EXECUTE format('CREATE INDEX ON t%s (a)', i);
    EXECUTE format('CREATE UNIQUE INDEX ON t%s (lower(k)) WHERE h', i);
    EXECUTE format('ALTER TABLE t%s ENABLE ROW LEVEL SECURITY', i);
    EXECUTE format('CREATE POLICY p1 ON t%s FOR SELECT TO pg_monitor USING (b = 1 AND a IS NOT NULL)', i);
    EXECUTE format('CREATE POLICY p2 ON t%s TO pg_monitor USING (true) WITH CHECK (c > 5)', i);
END LOOP; END \$\$;
SQL
done
psql -X -q "$base/migrate_benchmark_other" -c 'ALTER TABLE t1 ADD COLUMN more text'

diff() {
    mvn -B "$@" -f "$folder" -Dmigrate.from="$base/migrate_benchmark_one" -Dmigrate.to="$base/migrate_benchmark_other" \
        -Dmigrate.failOnDrift=false migrate:diff
}
timed() {
    local name=$1
    shift
    TIMEFORMAT='%R %U %S'
    { time "$@" > "$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }; } 2> "$folder/time" || { cat "$folder/time"; exit 1; }
    awk -v name="$name" '{ printf "%-16s %6.2f s   %5.2f s of processor\n", name, $1, $2 + $3 }' "$folder/time"
}

diff > "$folder/log" 2>&1 || { cat "$folder/log"; exit 1; } # fetches what is missing
for round in $(seq "$rounds"); do
    echo "round $round of $rounds, $tables tables"
    timed empty mvn -o -q -f "$folder" validate
    timed diff diff -o
    grep -q 'column more' "$folder/log" || { cat "$folder/log" >&2; exit 1; }
done
