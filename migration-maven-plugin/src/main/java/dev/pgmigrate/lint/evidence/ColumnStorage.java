package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Table.Column;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How values of a column are sorted and stored, which a table and its parents have to agree about (tablecmds.c, MergeAttributes). */
public final class ColumnStorage {
    private static final String PLAIN = "plain";
    private static final String DEFAULT = "default";

    /** Types of {@code pg_type} with {@code typstorage} p. */
    private static final Set<String> NEVER_MOVED = Set.of(
            ("bool box char cid circle date float4 float8 int2 int4 int8 interval lseg macaddr macaddr8 money name oid "
                            + "pg_lsn point tid time timestamp timestamptz timetz uuid xid xid8")
                    .split(" "));

    private static final Set<String> MAIN = Set.of("cidr", "inet", "numeric");
    private static final Set<String> EXTENDED =
            Set.of("bpchar", "bytea", "json", "jsonb", "text", "tsvector", "varchar", "xml");
    private static final Set<String> COLLATED = Set.of("bpchar", "text", "varchar");

    private ColumnStorage() {}

    /**
     * What two columns of one type have differently.
     *
     * @param sqlState the error of it
     * @param how as in "is sorted in another way"
     */
    public record Difference(String sqlState, String how) {}

    /** Returns whether a storage is asked for by which values would move, and the type is too small for that. */
    public static boolean isNotOf(@Nullable ColumnType type, @Nullable String storage) {
        return storage != null
                && !storage.equals(PLAIN)
                && !storage.equals(DEFAULT)
                && type != null
                && !type.array()
                && NEVER_MOVED.contains(type.plain());
    }

    public static Optional<Difference> between(Column one, Column other) {
        Optional<Difference> sorted = sorted(one.type(), one.collation(), other.collation());
        return sorted.isPresent() ? sorted : stored(one.type(), one.storage(), other.storage());
    }

    /**
     * Returns whether columns of a type are sorted in different ways.
     *
     * @param one the collation that is written, if any
     */
    public static Optional<Difference> sorted(
            @Nullable ColumnType type, @Nullable QualifiedName one, @Nullable QualifiedName other) {
        boolean isOther = type != null
                && !type.array()
                && COLLATED.contains(type.plain())
                && !written(one).equals(written(other));
        return isOther ? Optional.of(new Difference(SqlState.COLLATION_MISMATCH, "sorted")) : Optional.empty();
    }

    private static String written(@Nullable QualifiedName collation) {
        return collation == null ? DEFAULT : collation.name();
    }

    /**
     * Returns whether columns of a type are stored in different ways.
     *
     * @param one the storage that is written, if any
     */
    public static Optional<Difference> stored(@Nullable ColumnType type, @Nullable String one, @Nullable String other) {
        String plain = type == null || type.array() ? "" : type.plain();
        if (!MAIN.contains(plain) && !EXTENDED.contains(plain)) {
            return Optional.empty();
        }
        String usual = MAIN.contains(plain) ? "main" : "extended";
        boolean isOther = !written(one, usual).equals(written(other, usual));
        return isOther ? Optional.of(new Difference(SqlState.DATATYPE_MISMATCH, "stored")) : Optional.empty();
    }

    private static String written(@Nullable String storage, String usual) {
        return storage == null || storage.equals(DEFAULT) ? usual : storage;
    }
}
