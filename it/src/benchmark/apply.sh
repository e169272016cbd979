#!/usr/bin/env bash
# Times 1,000 small migrations, and the no-op after them, beside psql, Flyway, Liquibase and an empty Maven build, all in
# one run, round by round. Behind each time stands the client's share of a processor, which a busy machine changes less.
#
#   mvn -DskipTests -pl migration-archetype -am install
#   MIGRATE_URL=postgres://user@localhost/postgres MIGRATE_PASSWORD=… it/src/benchmark/apply.sh [count] [rounds]
#
# It creates and drops the databases migrate_benchmark_*, and needs psql. Run it on a quiet machine. Flyway and
# Liquibase are fetched before the first round; BENCHMARK_TOOLS=migrate leaves them out. BENCHMARK_STATEMENTS=5 makes
# migrations of five statements, BENCHMARK_LATENCY=20 puts 20 ms between every tool and the server.
set -eu
count=${1:-1000} rounds=${2:-3} statements=${BENCHMARK_STATEMENTS:-1} latency=${BENCHMARK_LATENCY:-0}
: "${MIGRATE_URL:?names a server where databases may be created}"
tools=${BENCHMARK_TOOLS:-migrate flyway liquibase}
export PGPASSWORD=${MIGRATE_PASSWORD:-}
export MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseParallelGC ${MAVEN_OPTS:-}"
flyway=12.11.0 liquibase=5.0.4 driver=42.7.14
folder=$(mktemp -d)
delay=
trap 'rm -rf "$folder"; [ -z "$delay" ] || kill "$delay"' EXIT

mkdir "$folder"/{empty,migrate,flyway,liquibase}
mkdir "$folder"/{migrate,flyway,liquibase}/migrations
for i in $(seq "$count"); do
    file=$(printf %05d "$i")_t$i.sql
    {
        echo "CREATE TABLE IF NOT EXISTS t$i (id bigint PRIMARY KEY, name text);"
        echo "CREATE INDEX IF NOT EXISTS t${i}_name ON t$i (name);"
        echo "COMMENT ON TABLE t$i IS 'number $i';"
        echo "ALTER TABLE t$i ENABLE ROW LEVEL SECURITY;"
        echo "INSERT INTO t$i (id, name) VALUES ($i, 'first') ON CONFLICT DO NOTHING;"
    } | head -n "$statements" > "$folder/migrate/migrations/$file"
    ln "$folder/migrate/migrations/$file" "$folder/flyway/migrations/V${file/_/__}"
    { printf -- '--liquibase formatted sql\n--changeset benchmark:%d\n' "$i" && cat "$folder/migrate/migrations/$file"; } \
        > "$folder/liquibase/migrations/$file"
done
cat > "$folder/liquibase/changelog.xml" <<'XML'
<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
  <includeAll path="migrations" relativeToChangelogFile="true"/>
</databaseChangeLog>
XML

dependency() { # group artifact version
    echo "<dependency><groupId>$1</groupId><artifactId>$2</artifactId><version>$3</version></dependency>"
}
project() { # name, then group, artifact, version and dependencies of a plugin
    cat > "$folder/$1/pom.xml" <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>benchmark</groupId><artifactId>$1</artifactId><version>1</version><packaging>pom</packaging>
  <build><plugins>${2:+<plugin><groupId>$2</groupId><artifactId>$3</artifactId><version>$4</version><dependencies>${5:-}</dependencies></plugin>}</plugins></build>
</project>
POM
}
project empty
project migrate dev.pgmigrate migration-maven-plugin 0.1.0-SNAPSHOT
project flyway org.flywaydb flyway-maven-plugin "$flyway" \
    "$(dependency org.flywaydb flyway-database-postgresql "$flyway")$(dependency org.postgresql postgresql "$driver")"
project liquibase org.liquibase liquibase-maven-plugin "$liquibase" "$(dependency org.postgresql postgresql "$driver")"

base=${MIGRATE_URL%/*}
user=${base#*://}
user=${user%@*}
if [ "$latency" != 0 ]; then
    coproc java "$(dirname "$0")/Latency.java" "${base#*@}" "$latency"
    delay=$COPROC_PID
    read -r port <&"${COPROC[0]}"
    base=postgres://$user@127.0.0.1:$port
fi
jdbc=jdbc:postgresql://${base#*@}/migrate_benchmark_
with_psql() {
    for file in "$folder"/migrate/migrations/*.sql; do
        echo "BEGIN; \\i $file"
        echo "COMMIT;"
    done | psql -q -v ON_ERROR_STOP=1 "$base/migrate_benchmark_psql"
}
with_migrate() {
    mvn "$@" -q -f "$folder/migrate" -Dmigrate.failOn=never -Dmigrate.url="$base/migrate_benchmark_migrate" migrate:apply
}
with_flyway() {
    mvn "$@" -q -f "$folder/flyway" -Dflyway.url="${jdbc}flyway" -Dflyway.user="$user" -Dflyway.password="$PGPASSWORD" \
        -Dflyway.locations="filesystem:$folder/flyway/migrations" flyway:migrate
}
with_liquibase() {
    mvn "$@" -q -f "$folder/liquibase" -Dliquibase.url="${jdbc}liquibase" -Dliquibase.username="$user" \
        -Dliquibase.password="$PGPASSWORD" -Dliquibase.changeLogFile=changelog.xml liquibase:update
}
databases() {
    for tool in psql $tools; do
        psql -q "$MIGRATE_URL" -c "SET client_min_messages = error" -c "DROP DATABASE IF EXISTS migrate_benchmark_$tool"
        [ "$1" = drop ] || psql -q "$MIGRATE_URL" -c "CREATE DATABASE migrate_benchmark_$tool"
    done
}
timed() {
    local name=$1
    shift
    TIMEFORMAT='%R %U %S'
    { time "$@" > "$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }; } 2> "$folder/time" || { cat "$folder/time"; exit 1; }
    awk -v name="$name" '{ printf "%-16s %6.2f s   %5.2f s of processor\n", name, $1, $2 + $3 }' "$folder/time"
}

databases create
for tool in $tools; do
    "with_$tool" > "$folder/log" 2>&1 || { cat "$folder/log"; exit 1; } # fetches what is missing
done
for round in $(seq "$rounds"); do
    echo "round $round of $rounds, $count migrations of $statements statements, $latency ms away"
    databases create
    timed empty mvn -o -q -f "$folder/empty" validate
    timed psql with_psql
    for tool in $tools; do
        timed "$tool" "with_$tool" -o
        tables=$(psql -qAt "$base/migrate_benchmark_$tool" -c "SELECT count(*) FROM pg_tables WHERE tablename ~ '^t[0-9]+$'")
        [ "$tables" = "$count" ] || { echo "$tool made $tables tables of $count" >&2; exit 1; }
        timed "$tool no-op" "with_$tool" -o
    done
done
databases drop
