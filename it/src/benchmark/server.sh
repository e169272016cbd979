# Read by the scripts beside it: makes $folder for them, and starts the server of this build if MIGRATE_URL names none.
# Folder and server are gone when the script ends.
here=$(cd "$(dirname "$0")" && pwd)
module=$here/../../../migration-maven-plugin
for tool in java mvn psql; do
    command -v "$tool" > /dev/null || { echo "$tool is missing; psql is in Debian's postgresql-client." >&2; exit 2; }
done
[ -e "$module/target/postgres/18.jar" ] && [ -d "$module/target/classes" ] || {
    echo "The plugin is not built: mvn -DskipTests -pl migration-archetype -am install" >&2
    exit 2
}
export MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseParallelGC ${MAVEN_OPTS:-}"
folder=$(mktemp -d)
trap 'finish; wait; rm -rf "$folder"' EXIT

# Starts a Java program that ends with its input. Its lines are read from $answers.
serve() { # name of the descriptor that ends it, arguments of java
    local -n ends=$1
    shift
    rm -f "$folder"/{input,output}
    mkfifo "$folder"/{input,output}
    java -XX:TieredStopAtLevel=1 "$@" < "$folder/input" > "$folder/output" &
    exec {ends}> "$folder/input" {answers}< "$folder/output"
}
start_server() {
    [ -z "${MIGRATE_URL:-}" ] || return 0
    mvn -q -f "$module" dependency:build-classpath -Dmdep.outputFile="$folder/classpath" > "$folder/log" 2>&1 \
        || { cat "$folder/log" >&2; exit 1; }
    serve server -cp "$module/target/classes:$(cat "$folder/classpath")" "$here/Server.java" "$module/target/postgres/18.jar"
    read -r MIGRATE_URL MIGRATE_PASSWORD <&"$answers" || { echo "The server does not start." >&2; exit 1; }
    exec {answers}<&-
}
