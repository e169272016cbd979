package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.Casts;
import dev.pgmigrate.postgres.Casts.Cast;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.ast.AlterTableAction.AlterColumnType;
import dev.pgmigrate.sql.ast.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of a column's type leave the rows unchanged, as the server decides it: by its casts, and by the support functions of
 * those that fit a length (tablecmds.c, {@code ATColumnChangeRequiresRewrite}).
 */
public final class TypeChangeCost {
    /** The default number of fractional digits of a second. */
    private static final int FULL_PRECISION = 6;

    private final Schema schema;

    private TypeChangeCost(Schema schema) {
        this.schema = schema;
    }

    /** The effect of a type change on the rows. */
    public enum Verdict {
        /** Only the catalog changes. */
        SAFE,
        /** Only the catalog changes if the session's time zone is UTC; else every row is rewritten. */
        SAFE_IN_UTC,
        /** Every row is rewritten. */
        REWRITE
    }

    /** Returns what a change without {@code USING} does. */
    public static Verdict of(ColumnType from, ColumnType to, Schema schema) {
        return new TypeChangeCost(schema).verdict(from, to);
    }

    /** Returns what {@code change} does to a column of type {@code from}: its {@code USING} may be a chain of casts. */
    public static Verdict of(AlterColumnType change, ColumnType from, Schema schema) {
        TypeChangeCost cost = new TypeChangeCost(schema);
        ColumnType to = ColumnType.of(change.type());
        Expression using = change.using();
        if (change.type().intervalFields() != null) {
            // Which fields the column has now is not known.
            return Verdict.REWRITE;
        }
        if (using == null) {
            return cost.verdict(from, to);
        }
        Verdict within = cost.verdict(using, change.column().text(), from);
        return within == null ? Verdict.REWRITE : worse(within, cost.verdict(typeOf(using, from), to));
    }

    /** Returns the type that the values of a domain have. */
    static ColumnType withoutDomains(ColumnType type, Schema schema) {
        ColumnType base = new TypeChangeCost(schema).withoutDomain(type, false);
        return base == null ? type : base;
    }

    /** Returns what casts of the column alone do; null where it computes something. */
    private @Nullable Verdict verdict(Expression using, String column, ColumnType from) {
        if (using instanceof Expression.CollateClause collated) {
            return verdict(collated.operand(), column, from);
        }
        if (using instanceof Expression.TypeCast cast) {
            Verdict within = verdict(cast.operand(), column, from);
            return within == null
                    ? null
                    : worse(within, verdict(typeOf(cast.operand(), from), ColumnType.of(cast.type())));
        }
        return using instanceof Expression.ColumnRef reference
                        && reference.relation() == null
                        && reference.names(column)
                ? Verdict.SAFE
                : null;
    }

    private static ColumnType typeOf(Expression using, ColumnType from) {
        if (using instanceof Expression.CollateClause collated) {
            return typeOf(collated.operand(), from);
        }
        return using instanceof Expression.TypeCast cast ? ColumnType.of(cast.type()) : from;
    }

    private static Verdict worse(Verdict one, Verdict other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Verdict verdict(ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return Verdict.SAFE;
        }
        ColumnType source = withoutDomain(from, false);
        ColumnType target = withoutDomain(to, true);
        if (source == null || target == null) {
            return Verdict.REWRITE;
        }
        if (source.array() || target.array()) {
            return source.plain().equals(target.plain()) && (target.modifiers().isEmpty() || source.equals(target))
                    ? Verdict.SAFE
                    : Verdict.REWRITE;
        }
        if (source.plain().equals(target.plain())) {
            return fits(source.modifiers(), target) ? Verdict.SAFE : Verdict.REWRITE;
        }
        Optional<Cast> cast = Casts.between(source.plain(), target.plain());
        if (cast.isEmpty() || !fits(List.of(), target)) {
            return Verdict.REWRITE;
        }
        return switch (cast.get().method()) {
            case BINARY -> Verdict.SAFE;
            case FUNCTION -> isTimestamp(source) && isTimestamp(target) ? Verdict.SAFE_IN_UTC : Verdict.REWRITE;
            case INOUT -> Verdict.REWRITE;
        };
    }

    /** Only of these two does the server know that the time zone decides (timestamp.c, {@code TimestampTimestampTzRequiresRewrite}). */
    private static boolean isTimestamp(ColumnType type) {
        return type.is("timestamp") || type.is("timestamptz");
    }

    /**
     * Returns what a domain is made of.
     *
     * @return null where it is constrained and that is looked at, so that each value is checked, or where it is not known
     */
    private @Nullable ColumnType withoutDomain(ColumnType type, boolean looked) {
        ColumnType current = type;
        Set<QualifiedName> seen = new HashSet<>();
        while (!current.array() && seen.add(current.name())) {
            SchemaObject.Type domain = schema.type(current.name())
                    .filter(known -> known.base().isPresent())
                    .orElse(null);
            if (domain == null) {
                break;
            }
            if (looked && !domain.constraints().all().isEmpty()) {
                return null;
            }
            current = domain.base().orElseThrow();
        }
        // The length of a domain is no length of the column (pg_attribute.atttypmod).
        return current.equals(type) || looked ? current : new ColumnType(current.name(), List.of(), current.array());
    }

    /** Returns whether values that fit {@code before} fit the length of {@code to} as they are, in the server's own eyes. */
    private static boolean fits(List<Integer> before, ColumnType to) {
        List<Integer> after = to.modifiers();
        if (after.isEmpty() || after.equals(before)) {
            return true;
        }
        String support =
                Casts.between(to.plain(), to.plain()).map(Cast::support).orElse("");
        return switch (support) {
            case "varchar_support", "varbit_support" -> isNotShorter(before, after);
            case "numeric_support" -> isWiderNumber(before, after);
            case "interval_support", "time_support", "timestamp_support" ->
                isNotShorter(before, after) || after.get(0) >= FULL_PRECISION;
            default -> false;
        };
    }

    private static boolean isNotShorter(List<Integer> before, List<Integer> after) {
        return !before.isEmpty() && after.get(0) >= before.get(0);
    }

    private static boolean isWiderNumber(List<Integer> before, List<Integer> after) {
        return !before.isEmpty() && after.get(0) >= before.get(0) && scale(after) == scale(before);
    }

    private static int scale(List<Integer> modifiers) {
        return modifiers.size() > 1 ? modifiers.get(1) : 0;
    }
}
