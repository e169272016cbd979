package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.parser.SqlScript;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One step in the history of a schema: a file with a version, and its rollback. */
public final class Migration {
    private final MigrationVersion version;
    private final String name;
    private final NamingScheme scheme;
    private final SqlFile sql;
    private final @Nullable Rollback rollback;
    private @Nullable Checksum checksum;

    Migration(VersionedName fileName, SqlFile sql, @Nullable Rollback rollback) {
        this(fileName.version(), fileName.description(), fileName.scheme(), sql, rollback);
    }

    private Migration(
            MigrationVersion version, String name, NamingScheme scheme, SqlFile sql, @Nullable Rollback rollback) {
        this.version = version;
        this.name = name;
        this.scheme = scheme;
        this.sql = sql;
        this.rollback = rollback;
    }

    /** Returns the same migration, read by another parser. */
    Migration parsedBy(Function<SourceText, SqlScript> parser) {
        return new Migration(
                version,
                name,
                scheme,
                sql.parsedBy(parser),
                rollback == null ? null : new Rollback(rollback.sql().parsedBy(parser)));
    }

    public MigrationVersion version() {
        return version;
    }

    /** Returns the description in the file name: {@code create_users}. */
    public String name() {
        return name;
    }

    public NamingScheme scheme() {
        return scheme;
    }

    public SqlFile sql() {
        return sql;
    }

    public Path file() {
        return sql.file();
    }

    /** Returns the path as displayed: relative to the project, with {@code /}. */
    public String path() {
        return sql.path();
    }

    /** Returns the text of the whole file; {@link #script()} has the part of it that is the migration. */
    public SourceText source() {
        return sql.source();
    }

    public Checksum checksum() {
        Checksum known = checksum;
        if (known == null) {
            known = Checksum.of(sql.source().characters());
            checksum = known;
        }
        return known;
    }

    public SqlScript script() {
        return sql.script();
    }

    public Directives directives() {
        return sql.directives();
    }

    public TransactionMode transactionMode() {
        return sql.transactionMode();
    }

    public Optional<Rollback> rollback() {
        return Optional.ofNullable(rollback);
    }

    /**
     * Returns the rollback as something that runs like a migration: its statements, directives and places, and the version
     * and name of this one.
     *
     * @param recorded the version as the history spells it
     */
    public Optional<Migration> backwards(MigrationVersion recorded) {
        return rollback().map(back -> new Migration(recorded, name, scheme, back.sql(), null));
    }

    /** Returns the word that there is no rollback on purpose, in the file or in the rollback's place. */
    public Optional<Directive.Irreversible> irreversible() {
        return directives()
                .irreversible()
                .or(() -> rollback().flatMap(back -> back.sql().directives().irreversible()));
    }

    @Override
    public String toString() {
        return sql.path();
    }
}
