#!/usr/bin/env bash
# Times 1,000 small migrations, and the no-op after them, beside psql and an empty Maven build, in one run.
#
#   mvn -DskipTests install
#   MIGRATE_URL=postgres://user@localhost/postgres MIGRATE_PASSWORD=… it/src/benchmark/apply.sh [count] [rounds]
#
# It creates and drops the databases migrate_benchmark_*, and needs psql. Run it on a quiet machine.
set -eu
count=${1:-1000} rounds=${2:-3}
: "${MIGRATE_URL:?names a server where databases may be created}"
export PGPASSWORD=${MIGRATE_PASSWORD:-}
export MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

mkdir "$folder/migrations" "$folder/empty"
for i in $(seq "$count"); do
    printf 'CREATE TABLE IF NOT EXISTS t%d (id bigint PRIMARY KEY, name text);\n' "$i" \
        > "$folder/migrations/$(printf %05d "$i")_t$i.sql"
done
project() {
    cat <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>benchmark</groupId><artifactId>$1</artifactId><version>1</version><packaging>pom</packaging>
  <build><plugins>$2</plugins></build>
</project>
POM
}
project empty "" > "$folder/empty/pom.xml"
project apply "<plugin><groupId>dev.pgmigrate</groupId><artifactId>migration-maven-plugin</artifactId><version>0.1.0-SNAPSHOT</version></plugin>" \
    > "$folder/pom.xml"

timed() {
    local name=$1
    shift
    local start end
    start=$(date +%s%N)
    "$@" > "$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
    end=$(date +%s%N)
    awk -v name="$name" -v ns=$((end - start)) 'BEGIN { printf "%-12s %6.2f s\n", name, ns / 1e9 }'
}
with_psql() {
    for file in "$folder"/migrations/*.sql; do echo "BEGIN; \\i $file"; echo "COMMIT;"; done \
        | psql -q -v ON_ERROR_STOP=1 "$1"
}

for round in $(seq "$rounds"); do
    for tool in psql migrate; do
        psql -q "$MIGRATE_URL" -c "DROP DATABASE IF EXISTS migrate_benchmark_$tool" -c "CREATE DATABASE migrate_benchmark_$tool"
    done
    base=${MIGRATE_URL%/*}
    timed empty mvn -o -q -f "$folder/empty" validate
    timed psql with_psql "$base/migrate_benchmark_psql"
    timed apply mvn -o -q -f "$folder" -Dmigrate.failOn=never -Dmigrate.url="$base/migrate_benchmark_migrate" migrate:apply
    timed no-op mvn -o -q -f "$folder" -Dmigrate.failOn=never -Dmigrate.url="$base/migrate_benchmark_migrate" migrate:apply
done
for tool in psql migrate; do psql -q "$MIGRATE_URL" -c "DROP DATABASE migrate_benchmark_$tool"; done
