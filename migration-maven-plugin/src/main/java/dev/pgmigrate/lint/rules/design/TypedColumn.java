package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.evidence.TypeUses;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.GeneratedNames;
import dev.pgmigrate.replay.Origin;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is there once all files have run, with the place where its type is written and the type that is
 * better for it.
 *
 * <p>The better types are one map for all rules, so that the fix of one never meets the next rule: {@code serial}
 * in a key becomes {@code bigint} and identity at once. What would hold other values, such as {@code timestamptz} for
 * {@code timestamp}, is for a person to change.
 */
final class TypedColumn {
    private final Table table;
    private final Table.Column column;
    private final FolderContext folder;

    private TypedColumn(Table table, Table.Column column, FolderContext folder) {
        this.table = table;
        this.column = column;
        this.folder = folder;
    }

    /** Every such column of a folder. */
    private record All(List<TypedColumn> columns) {
        static All of(FolderContext context) {
            List<TypedColumn> found = new ArrayList<>();
            Set<Origin> seen = new HashSet<>();
            for (Table table : context.end().tables()) {
                if (!table.created() || table.temporary() || table.foreign() || table.partitionOf() != null) {
                    continue;
                }
                for (Table.Column column : table.columns().all()) {
                    // A column that LIKE or INHERITS copied is the column of the other table.
                    if (column.type() != null && seen.add(column.origin())) {
                        found.add(new TypedColumn(table, column, context));
                    }
                }
            }
            return new All(found);
        }
    }

    /** Returns the columns of these types, in the words of {@code pg_type}; those of temporary and foreign tables and of partitions are left out. */
    static List<TypedColumn> of(FolderContext context, String... types) {
        List<TypedColumn> found = new ArrayList<>();
        for (TypedColumn column : context.once(All.class, All::of).columns()) {
            if (isOneOf(column.column.type(), types)) {
                found.add(column);
            }
        }
        return found;
    }

    /** Returns those of one type of integer, but for keys and the columns that refer to them, which have rules of their own. */
    static List<TypedColumn> plainNumbers(FolderContext context, String type) {
        return of(context, type).stream()
                .filter(column -> !column.isPrimaryKey() && !column.refers())
                .toList();
    }

    private static boolean isOneOf(@Nullable ColumnType type, String... types) {
        for (String name : types) {
            if (type != null && type.is(name)) {
                return true;
            }
        }
        return false;
    }

    Table table() {
        return table;
    }

    Table.Column column() {
        return column;
    }

    /** Returns table and column as messages show them. */
    String quoted() {
        return "`" + table.name().name() + "." + column.name() + "`";
    }

    /** Returns the type as it is written, {@code varchar(20)}. */
    String written() {
        TypeName type = typeName();
        return type == null
                ? String.valueOf(column.type())
                : column.origin().file().source().text(type.range());
    }

    /** Returns a type as SQL has it, without modifiers: {@code bigint}. */
    static String sql(ColumnType type) {
        return switch (type.plain()) {
            case "int2" -> "smallint";
            case "int4" -> "integer";
            case "int8" -> "bigint";
            default -> type.plain();
        };
    }

    /** Returns where the type is written; the column where the files do not show that. */
    Origin place() {
        TypeName type = typeName();
        return type == null ? column.origin() : new Origin(column.origin().file(), type.range());
    }

    boolean isSerial() {
        TypeName type = typeName();
        return type != null && ColumnType.isSerial(type);
    }

    /** Returns whether the column alone is the table's primary key. */
    boolean isPrimaryKey() {
        return table.primaryKey()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .isPresent();
    }

    /** Returns whether the column is among those of a foreign key of its table. */
    boolean refers() {
        return isIn(TableConstraint.Kind.FOREIGN_KEY);
    }

    /** Returns whether a check of the table names the column. */
    boolean isChecked() {
        return isIn(TableConstraint.Kind.CHECK);
    }

    private boolean isIn(TableConstraint.Kind kind) {
        return table.constraints().all().stream()
                .anyMatch(constraint ->
                        constraint.kind() == kind && constraint.columns().contains(column.name()));
    }

    /** Returns the rewrite to the type that is better; none where something else in the files rests on the old one. */
    Optional<Fix> preferred() {
        return Optional.ofNullable(preferredType()).flatMap(this::typed);
    }

    /**
     * Returns the rewrite to {@code type}, which has to hold all that the old one holds, and as the same values; none where
     * the files do not show the one place where the type is written, or where something in them may rest on it.
     */
    Optional<Fix> typed(String type) {
        ColumnDef definition = definition();
        TypeName written = definition == null ? null : definition.type();
        if (definition == null
                || written == null
                || !ColumnType.of(written).withoutSerial().equals(column.type())
                || isRestedOn(definition.name().text())) {
            return Optional.empty();
        }
        return Optional.of(Fix.replace(written.range(), type));
    }

    /** @param first the name with which the column began */
    private boolean isRestedOn(String first) {
        TypeUses uses = folder.once(TypeUses.class, TypeUses::of);
        String sequence = GeneratedNames.choose(table.name().name(), List.of(first), "seq", name -> false);
        return table.isPartitioned()
                || !table.parents().isEmpty()
                || uses.isCopied(table.name().name())
                || uses.isTaken(first)
                || uses.isTaken(column.name())
                || (isSerial() && uses.isNamed(sequence));
    }

    /** Returns the rewrite to {@code bigint}, which {@code serial} becomes with an identity. */
    Optional<Fix> asBigint() {
        return typed(isSerial() ? "bigint GENERATED BY DEFAULT AS IDENTITY" : "bigint");
    }

    private @Nullable String preferredType() {
        ColumnType type = column.type();
        if (type == null) {
            return null;
        }
        if (isOneOf(type, "int2", "int4", "int8")) {
            return preferredInteger(type);
        }
        if (isUsed()) {
            return null;
        }
        return type.is("varchar") ? limitedText(type) : null;
    }

    private @Nullable String preferredInteger(ColumnType type) {
        String smaller = type.is("int4") ? "integer" : "smallint";
        String width = isPrimaryKey() || type.is("int8") ? "bigint" : smaller;
        if (!isSerial()) {
            return width;
        }
        return column.defaultValue() == null ? width + " GENERATED BY DEFAULT AS IDENTITY" : null;
    }

    /** A limit needs a check, and a check on a table in use a recipe of its own. */
    private @Nullable String limitedText(ColumnType type) {
        Integer limit = type.modifier(0).orElse(null);
        ColumnDef definition = definition();
        if (limit == null) {
            return "text";
        }
        if (definition == null || table.origin().file() != column.origin().file() || isAdded()) {
            return null;
        }
        return "text CHECK (char_length(" + Identifier.quote(definition.name().text()) + ") <= " + limit + ")";
    }

    private boolean isAdded() {
        return statement(column.origin()) instanceof TableStatement.AlterTable;
    }

    /** Returns whether views, indexes, checks, keys or other columns may rest on the type. */
    private boolean isUsed() {
        return refers()
                || isChecked()
                || !folder.end().viewsUsing(table.name()).isEmpty()
                || folder.end().tablesReferencing(table.name()).stream().anyMatch(this::isReferencedBy)
                || table.columns().all().stream().anyMatch(Table.Column::generated)
                || folder.end().indexesOf(table.name()).stream()
                        .anyMatch(index -> index.where() != null
                                || index.elements().stream()
                                        .anyMatch(
                                                element -> element.expression() != null || element.opclass() != null));
    }

    private boolean isReferencedBy(Table other) {
        return other.constraints().all().stream()
                .filter(constraint -> table.name().equals(constraint.referenced()))
                .anyMatch(constraint -> constraint.referencedColumns().contains(column.name())
                        || (constraint.referencedColumns().isEmpty() && isPrimaryKey()));
    }

    private @Nullable TypeName typeName() {
        ColumnDef definition = definition();
        return definition == null ? null : definition.type();
    }

    /** Returns how the column is written; looked up when it is asked for, because few columns are reported. */
    private @Nullable ColumnDef definition() {
        Statement statement = statement(column.origin());
        if (statement instanceof TableStatement.Definition table) {
            return table.columns().stream()
                    .filter(definition ->
                            definition.range().equals(column.origin().range()))
                    .findFirst()
                    .orElse(null);
        }
        if (statement instanceof TableStatement.AlterTable alter) {
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.AddColumn add
                        && add.column().range().equals(column.origin().range())) {
                    return add.column();
                }
            }
        }
        return null;
    }

    /** Returns the statement of the file itself in which an origin is. */
    private static @Nullable Statement statement(Origin origin) {
        List<Statement> statements = origin.file().script().statements();
        int low = 0;
        int high = statements.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (statements.get(middle).range().end() < origin.range().end()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < statements.size()
                        && statements.get(low).range().contains(origin.range().start())
                ? statements.get(low)
                : null;
    }
}
