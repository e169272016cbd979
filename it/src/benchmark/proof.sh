#!/usr/bin/env bash
# Times migrate:test with all its parts over 10 and 100 migrations with rollbacks, functions and policies, and over 100 of
# them on a schema of 1,000 tables. Behind each time stands the client's share of a processor; the server takes most of the
# rest.
#
#   mvn -DskipTests -pl migration-archetype -am install
#   it/src/benchmark/proof.sh [rounds]
#
# Run it on a quiet machine. The first round also unpacks the server.
set -eu
rounds=${1:-3}
export MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseParallelGC ${MAVEN_OPTS:-}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

project() { # name, number of migrations, number of tables before them
    mkdir -p "$folder/$1/migrations" "$folder/$1/rollback"
    cat > "$folder/$1/pom.xml" <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>benchmark</groupId><artifactId>$1</artifactId><version>1</version><packaging>pom</packaging>
  <build><plugins><plugin>
    <groupId>dev.pgmigrate</groupId><artifactId>migration-maven-plugin</artifactId><version>0.1.0-SNAPSHOT</version>
  </plugin></plugins></build>
</project>
POM
    for i in $(seq "$3"); do
        echo "CREATE TABLE IF NOT EXISTS old$i (id bigint PRIMARY KEY, name text NOT NULL, at timestamptz DEFAULT now());"
    done > "$folder/$1/migrations/00000_old.sql"
    [ "$3" -gt 0 ] || rm "$folder/$1/migrations/00000_old.sql"
    for i in $(seq "$2"); do
        file=$(printf %05d "$i")_step.sql table=t$(((i - 1) / 4))
        case $(((i - 1) % 4)) in
            0) up="CREATE TABLE IF NOT EXISTS $table (id bigint PRIMARY KEY, total numeric);" down="DROP TABLE $table;" ;;
            1) up="ALTER TABLE $table ADD COLUMN IF NOT EXISTS name text;" down="ALTER TABLE $table DROP COLUMN name;" ;;
            2) up="CREATE OR REPLACE FUNCTION f$i(n bigint) RETURNS numeric LANGUAGE plpgsql AS
                'DECLARE s numeric; BEGIN SELECT sum(total) INTO s FROM $table WHERE id = n; RETURN s; END';"
               down="DROP FUNCTION f$i(bigint);" ;;
            3) up="ALTER TABLE $table ENABLE ROW LEVEL SECURITY; DROP POLICY IF EXISTS p ON $table;
                CREATE POLICY p ON $table USING (id > 0);"
               down="DROP POLICY p ON $table; ALTER TABLE $table DISABLE ROW LEVEL SECURITY;" ;;
        esac
        echo "$up" > "$folder/$1/migrations/$file"
        echo "$down" > "$folder/$1/rollback/$file"
    done
}
timed() {
    TIMEFORMAT='%R %U %S'
    { time mvn -o -q -f "$folder/$1" migrate:test -Dmigrate.lintFrom=1 > "$folder/log" 2>&1; } 2> "$folder/time" \
        || { cat "$folder/log" >&2; exit 1; }
    tail -1 "$folder/time" \
        | awk -v name="$1" '{ printf "%-12s %6.2f s   %5.2f s of the client\n", name, $1, $2 + $3 }'
}

project ten 10 0
project hundred 100 0
project large 100 1000
for round in $(seq "$rounds"); do
    echo "round $round of $rounds"
    for name in ten hundred large; do
        timed "$name"
    done
done
