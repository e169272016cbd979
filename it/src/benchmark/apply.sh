#!/usr/bin/env bash
# Applies small migrations of five statements by migrate:apply, psql, Flyway and Liquibase, the first time and again, in
# turns; then once across a latency, with the round trips counted. Prints a Markdown table with medians, behind the seconds
# the client's share of a processor, which a busy machine changes less.
#
#   mvn -DskipTests -pl migration-archetype -am install
#   it/src/benchmark/apply.sh [migrations, 1000] [rounds, 3] [milliseconds of latency, 20; 0 leaves it out]
#
# It needs psql, and uses the PostgreSQL 18 of the build, or the server of MIGRATE_URL and MIGRATE_PASSWORD, where it
# creates and drops the databases migrate_benchmark_*. The first time Maven fetches Flyway and Liquibase, as it fetches any
# plugin. BENCHMARK_TOOLS="psql migrate" names the tools; BENCHMARK_STATEMENTS=1 takes fewer statements. Run it on a quiet
# machine: 1,000 migrations across 20 ms take psql 2, Flyway and Liquibase many minutes.
set -eu
count=${1:-1000} rounds=${2:-3} latency=${3:-20} statements=${BENCHMARK_STATEMENTS:-5}
tools=${BENCHMARK_TOOLS:-psql migrate flyway liquibase}
flyway=12.11.0 liquibase=5.0.4 driver=42.7.14
finish() {
    [ -z "${proxy:-}" ] || exec {proxy}>&-
    [ -z "${created:-}" ] || databases drop || true
    [ -z "${server:-}" ] || exec {server}>&-
}
. "$(dirname "$0")/server.sh"

mkdir "$folder"/{empty,migrate,flyway,liquibase}
mkdir "$folder"/{migrate,flyway,liquibase}/migrations
migrations() { # from, to
    local i file
    for i in $(seq "$1" "$2"); do
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
}
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

with_empty() {
    mvn -o -q -f "$folder/empty" validate
}
with_psql() {
    for file in "$folder"/migrate/migrations/*.sql; do
        echo "BEGIN; \\i $file"
        echo "COMMIT;"
    done | psql -X -q -v ON_ERROR_STOP=1 "$to/migrate_benchmark_psql"
}
with_migrate() {
    mvn "$@" -q -f "$folder/migrate" -Dmigrate.failOn=never -Dmigrate.url="$to/migrate_benchmark_migrate" migrate:apply
}
with_flyway() {
    mvn "$@" -q -f "$folder/flyway" -Dflyway.url="jdbc:postgresql://${to#*@}/migrate_benchmark_flyway" \
        -Dflyway.user="$user" -Dflyway.password="$PGPASSWORD" \
        -Dflyway.locations="filesystem:$folder/flyway/migrations" flyway:migrate
}
with_liquibase() {
    mvn "$@" -q -f "$folder/liquibase" -Dliquibase.url="jdbc:postgresql://${to#*@}/migrate_benchmark_liquibase" \
        -Dliquibase.username="$user" -Dliquibase.password="$PGPASSWORD" -Dliquibase.changeLogFile=changelog.xml \
        liquibase:update
}
databases() { # create or drop
    local tool
    for tool in $tools; do
        psql -X -q "$MIGRATE_URL" -c "SET client_min_messages = error" -c "DROP DATABASE IF EXISTS migrate_benchmark_$tool"
        [ "$1" = drop ] || psql -X -q "$MIGRATE_URL" -c "CREATE DATABASE migrate_benchmark_$tool"
    done
}
timed() { # what is timed, the tool, its arguments
    local what=$1 tool=$2 TIMEFORMAT='%R %U %S'
    shift 2
    { time "with_$tool" "$@" > "$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }; } 2> "$folder/time" \
        || { cat "$folder/time" >&2; exit 1; }
    read -r seconds user_seconds system_seconds < "$folder/time"
    echo "$seconds" >> "$folder/$tool.$what"
    awk -v u="$user_seconds" -v s="$system_seconds" 'BEGIN { print u + s }' >> "$folder/$tool.$what.processor"
    echo "$tool, $what: $seconds s" >&2
}
has_made() { # tool, number of tables
    local tables
    tables=$(psql -X -qAt "$base/migrate_benchmark_$1" -c "SELECT count(*) FROM pg_tables WHERE tablename ~ '^t[0-9]+$'")
    [ "$tables" = "$2" ] || { echo "$1 made $tables tables of $2." >&2; exit 1; }
}
offline() { # tool
    [ "$1" = psql ] || echo -o
}

start_server
export PGPASSWORD=${MIGRATE_PASSWORD:-} MIGRATE_PASSWORD=${MIGRATE_PASSWORD:-}
base=${MIGRATE_URL%/*} to=${MIGRATE_URL%/*}
user=${base#*://} user=${user%@*}

migrations 1 1
databases create
created=yes
for tool in $tools; do
    "with_$tool" > "$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; } # fetches what is missing
    has_made "$tool" 1
done
[ "$count" = 1 ] || migrations 2 "$count"
order=$tools
for round in $(seq "$rounds"); do
    echo "round $round of $rounds" >&2
    databases create
    timed first empty
    for tool in $order; do
        timed first "$tool" $(offline "$tool")
        has_made "$tool" "$count"
        [ "$tool" = psql ] || timed again "$tool" $(offline "$tool")
    done
    order=$(echo "$order" | tr ' ' '\n' | tac | tr '\n' ' ')
done
if [ "$latency" != 0 ]; then
    echo "across $latency ms" >&2
    databases create
    for tool in $tools; do
        serve proxy "$here/Latency.java" "${base#*@}" "$latency"
        read -r port <&"$answers" || { echo "The proxy does not start." >&2; exit 1; }
        to=postgres://$user@127.0.0.1:$port
        timed far "$tool" $(offline "$tool")
        has_made "$tool" "$count"
        exec {proxy}>&-
        proxy=
        read -r trips <&"$answers"
        exec {answers}<&-
        echo "$trips" > "$folder/$tool.trips"
    done
fi

median() { # file
    [ ! -e "$1" ] || sort -n "$1" | awk '{ value[NR] = $1 } END { printf "%.2f", value[int((NR + 1) / 2)] }'
}
echo "$count migrations of $statements statements, medians of $rounds; $(psql -X -qAt "$MIGRATE_URL" -c "SELECT split_part(version(), ' on ', 1)")"
echo
echo "| | seconds | of processor | again | ${latency} ms away | round trips | for each migration |"
echo "| --- | --- | --- | --- | --- | --- | --- |"
for tool in empty $tools; do
    trips=$(cat "$folder/$tool.trips" 2> /dev/null || true)
    each=${trips:+$(awk -v t="$trips" -v n="$count" 'BEGIN { printf "%.2f", t / n }')}
    case $tool in
        empty) name="an empty Maven build" ;;
        migrate) name=migrate:apply ;;
        flyway) name="Flyway $flyway" ;;
        liquibase) name="Liquibase $liquibase" ;;
        *) name=$tool ;;
    esac
    echo "| $name | $(median "$folder/$tool.first") | $(median "$folder/$tool.first.processor")" \
        "| $(median "$folder/$tool.again") | $(median "$folder/$tool.far") | $trips | $each |"
done
