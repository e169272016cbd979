package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.FactTable;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction.AlterColumnType;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.Nodes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which changes of a column's type leave the rows unchanged, read from {@code type-changes.csv}. */
public final class TypeChangeCost {
    private static final String RESOURCE = "type-changes.csv";
    /** The default number of fractional digits of a second. */
    private static final int FULL_PRECISION = 6;

    private TypeChangeCost() {}

    /** The effect of a type change on the rows. */
    public enum Verdict {
        /** Only the catalog changes. */
        SAFE,
        /** Only the catalog changes if the session's time zone is UTC; else every row is rewritten. */
        SAFE_IN_UTC,
        /** Every row is rewritten. */
        REWRITE
    }

    public static Verdict of(ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return Verdict.SAFE;
        }
        if (from.array() || to.array()) {
            return Verdict.REWRITE;
        }
        String condition = Facts.CONDITIONS.getOrDefault(key(from.plain(), to.plain()), "");
        boolean safe = switch (condition) {
            case "always", "utc" -> true;
            case "unlimited" -> to.modifiers().isEmpty();
            case "not-shorter" -> isNotShorter(from, to);
            case "precision" -> isNotShorter(from, to) || to.modifiers().get(0) >= FULL_PRECISION;
            case "numeric" -> isWiderNumber(from, to);
            default -> false;
        };
        if (!safe) {
            return Verdict.REWRITE;
        }
        return condition.equals("utc") ? Verdict.SAFE_IN_UTC : Verdict.SAFE;
    }

    /** Returns whether {@code USING} is absent or trivial: {@code USING c} or {@code USING c::same}. */
    public static boolean keepsValues(AlterColumnType change) {
        Expression using = change.using();
        if (using instanceof Expression.TypeCast cast
                && ColumnType.of(cast.type()).equals(ColumnType.of(change.type()))) {
            using = cast.operand();
        }
        return using == null
                || (using instanceof Expression.ColumnRef reference
                        && reference.relation() == null
                        && reference.names(change.column().text()));
    }

    /**
     * Returns an index that is rebuilt though the table stays as it is: one whose expression or predicate reads the column,
     * and where the collation changes each on the column ({@code CheckIndexCompatible} of indexcmds.c).
     */
    public static Optional<SchemaObject.Index> rebuiltIndex(AlterColumnType change, Table table, Schema schema) {
        String column = change.column().text();
        return schema.indexesOf(table.name()).stream()
                .filter(index -> reads(index.where(), column)
                        || index.elements().stream()
                                .anyMatch(element -> reads(element.expression(), column)
                                        || (change.collation() != null && isOn(element, column))))
                .findFirst();
    }

    /** Returns a check on the column for which all rows are read though they stay as they are (ALTER TABLE, Notes). */
    public static Optional<TableConstraint> repeatedCheck(AlterColumnType change, Table table) {
        return table.constraints().all().stream()
                .filter(constraint -> constraint.kind() == TableConstraint.Kind.CHECK
                        && constraint.validated()
                        && reads(constraint.expression(), change.column().text()))
                .findFirst();
    }

    private static boolean isOn(IndexElement element, String column) {
        return element.column() != null && element.column().text().equals(column);
    }

    private static boolean reads(@Nullable Expression expression, String column) {
        return expression != null
                && Nodes.of(Expression.ColumnRef.class, expression).anyMatch(reference -> reference.names(column));
    }

    private static boolean isNotShorter(ColumnType from, ColumnType to) {
        return to.modifiers().isEmpty()
                || (!from.modifiers().isEmpty()
                        && to.modifiers().get(0) >= from.modifiers().get(0));
    }

    private static boolean isWiderNumber(ColumnType from, ColumnType to) {
        if (to.modifiers().isEmpty()) {
            return true;
        }
        return !from.modifiers().isEmpty()
                && to.modifiers().get(0) >= from.modifiers().get(0)
                && to.modifier(1).orElse(0).equals(from.modifier(1).orElse(0));
    }

    private static String key(String from, String to) {
        return from + " " + to;
    }

    /** Read once, when a rule first asks. */
    private static final class Facts {
        private static final Map<String, String> CONDITIONS = read();

        private static Map<String, String> read() {
            Map<String, String> conditions = new HashMap<>();
            for (String line : FactTable.lines(TypeChangeCost.class, RESOURCE)) {
                String[] cells = line.split(",", -1);
                conditions.put(key(cells[0], cells[1]), cells[2]);
            }
            return Map.copyOf(conditions);
        }
    }
}
