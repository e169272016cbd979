package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SnapshotKey;
import java.util.Locale;

/** The names of objects as statements write them, qualified and quoted. */
final class SqlNames {
    private SqlNames() {}

    /** Returns the name of an object that stands by itself. */
    static String of(SnapshotKey key) {
        return switch (key.kind()) {
            case FUNCTION, PROCEDURE -> routine(key);
            case AGGREGATE -> routine(key).replaceFirst("\\(\\)$", "(*)");
            case OPERATOR -> schema(key) + key.name();
            case CAST -> "(" + key.name() + ")";
            case OPERATOR_CLASS, OPERATOR_FAMILY -> {
                int method = key.name().lastIndexOf(" USING ");
                yield schema(key)
                        + Identifier.quoteIdent(key.name().substring(0, method))
                        + key.name().substring(method);
            }
            default -> schema(key) + Identifier.quoteIdent(key.name());
        };
    }

    /** Returns the name of what {@code key} is a part of. */
    static String owner(SnapshotKey key) {
        return schema(key) + Identifier.quoteIdent(key.of());
    }

    /** Returns the unqualified name. */
    static String own(SnapshotKey key) {
        return Identifier.quoteIdent(key.name());
    }

    /** Returns a column as catalogs write it in text, {@code public.users.id}. */
    static String column(SnapshotKey key) {
        return owner(key) + "." + own(key);
    }

    /** Returns the words of a kind in {@code CREATE}, {@code DROP} and {@code ALTER}. */
    static String keyword(ObjectKind kind) {
        return switch (kind) {
            case ENUM, COMPOSITE_TYPE, RANGE -> "TYPE";
            default -> kind.label().toUpperCase(Locale.ROOT);
        };
    }

    private static String routine(SnapshotKey key) {
        String name = key.name();
        int arguments = name.indexOf('(');
        return schema(key) + Identifier.quoteIdent(name.substring(0, arguments)) + name.substring(arguments);
    }

    private static String schema(SnapshotKey key) {
        return key.schema().isEmpty() ? "" : Identifier.quoteIdent(key.schema()) + ".";
    }
}
