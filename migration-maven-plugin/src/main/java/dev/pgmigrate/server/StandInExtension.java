package dev.pgmigrate.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An extension that PostgreSQL does not come with, as files that a server of ours finds among its own: what it makes can be
 * named, and its functions can be called, but what they do is left out or made simple.
 */
enum StandInExtension {
    HTTP("1.6", null, null),
    HYPOPG("1.4", null, null),
    INDEX_ADVISOR("0.2", null, null),
    PG_CRON("1.6", null, null),
    PG_GRAPHQL("1.5", "graphql", null),
    PG_JSONSCHEMA("0.3", null, null),
    PG_NET("0.14", null, null),
    PG_REPACK("1.5", null, null),
    PG_UUIDV7("1.6", null, null),
    PGAUDIT("18.0", null, null),
    PGJWT("0.2", null, "pgcrypto"),
    PGMQ("1.5", "pgmq", null),
    PGSODIUM("3.1", "pgsodium", null),
    POSTGIS("3.5", null, null),
    SUPABASE_VAULT("0.3", "vault", null),
    TIMESCALEDB("2.18", null, null),
    VECTOR("0.8", null, null);

    /** How the version of every stand-in ends, so that a database itself knows what is one. */
    private static final String MARK = "-stand-in";

    /** What matches the version of a stand-in, and of nothing else. */
    static final String VERSIONS = "%" + MARK;

    /**
     * Those of PostgreSQL's own that hosted services let the owner of a database create, though PostgreSQL asks for a
     * superuser.
     */
    private static final List<String> TRUSTED_BY_HOSTS = List.of(
            "amcheck",
            "autoinc",
            "bloom",
            "dblink",
            "earthdistance",
            "insert_username",
            "moddatetime",
            "pg_buffercache",
            "pg_prewarm",
            "pg_stat_statements",
            "pg_visibility",
            "pg_walinspect",
            "pgrowlocks",
            "pgstattuple",
            "postgres_fdw",
            "refint",
            "sslinfo",
            "tcn",
            "xml2");

    private static final List<String> FOLDERS = List.of("share/postgresql/extension", "share/extension");

    private final String version;
    private final @Nullable String schema;
    private final @Nullable String requires;

    StandInExtension(String version, @Nullable String schema, @Nullable String requires) {
        this.version = version + MARK;
        this.schema = schema;
        this.requires = requires;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns a number that differs where the files do, so that each version of them gets a folder of its own. */
    static String checksum() {
        CRC32 sum = new CRC32();
        for (StandInExtension extension : values()) {
            sum.update(extension.control().getBytes(StandardCharsets.UTF_8));
            sum.update(extension.script());
        }
        TRUSTED_BY_HOSTS.forEach(name -> sum.update(name.getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(sum.getValue());
    }

    /** Puts all of them beside the extensions of the server in {@code home}, if it has any. */
    static void install(Path home) throws IOException {
        for (Path folder : (Iterable<Path>) FOLDERS.stream().map(home::resolve).filter(Files::isDirectory)::iterator) {
            for (StandInExtension extension : values()) {
                extension.write(folder);
            }
            for (String name : TRUSTED_BY_HOSTS) {
                trust(folder.resolve(name + ".control"));
            }
        }
    }

    private void write(Path folder) throws IOException {
        Path control = folder.resolve(id() + ".control");
        if (Files.notExists(control)) {
            Files.writeString(control, control());
            Files.write(folder.resolve(id() + "--" + version + ".sql"), script());
        }
    }

    private static void trust(Path control) throws IOException {
        if (Files.exists(control)) {
            try (Stream<String> lines = Files.lines(control)) {
                List<String> kept = new ArrayList<>(
                        lines.filter(line -> !line.startsWith("trusted")).toList());
                kept.add("trusted = true");
                Files.write(control, kept);
            }
        }
    }

    /** Its script runs as superuser, and whoever may create anything in a database may create it (manual, 36.17.1). */
    private String control() {
        return "comment = 'stand-in for " + id() + "'\ndefault_version = '" + version + "'\nrelocatable = false\n"
                + "superuser = true\ntrusted = true\n"
                + (schema == null ? "" : "schema = '" + schema + "'\n")
                + (requires == null ? "" : "requires = '" + requires + "'\n");
    }

    private byte[] script() {
        String resource = "extensions/" + id() + ".sql";
        try (InputStream in = StandInExtension.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The stand-in " + resource + " is not among the resources");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The stand-in " + resource + " cannot be read", e);
        }
    }
}
