package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.evidence.BuiltInTypes;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Constants;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.SchemaObject.TypeKind;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.replay.Table.Generation;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.ast.TypeStatement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows and domains within the columns of other tables, whose values no server changes, and rows within themselves
 * (tablecmds.c, {@code find_composite_type_dependencies}; heap.c, {@code CheckAttributeType}).
 */
final class RowTypes {
    private static final Pattern WORD = Pattern.compile("(?<=\")[^\"]+(?=\")|\\w+");
    private static final String COPY = "Move the values to a column of another type first.";

    private final QualifiedName type;
    private final Refusals refusals;

    private RowTypes(QualifiedName type, Refusals refusals) {
        this.type = type;
        this.refusals = refusals;
    }

    /** The names that the files use as types of columns: few tables and domains are among them. */
    private record Used(Set<String> names) {
        static Used of(FolderContext folder) {
            Set<String> names = new HashSet<>();
            for (Migration migration : folder.migrations().all()) {
                add(migration.sql(), names);
                migration.rollback().ifPresent(rollback -> add(rollback.sql(), names));
            }
            return new Used(names);
        }

        private static void add(SqlFile file, Set<String> names) {
            for (Statement statement : file.script().withoutRows()) {
                if (statement instanceof TableStatement
                        || statement instanceof TypeStatement
                        || statement instanceof DomainStatement) {
                    Nodes.of(TypeName.class, statement)
                            .forEach(type -> names.add(type.name().last().text()));
                    Nodes.of(DefElem.class, statement)
                            .filter(element -> element.is("subtype"))
                            .forEach(element ->
                                    names.add(element.typeName().name().last().text()));
                } else if (statement instanceof DoStatement block && block.body() != null) {
                    WORD.matcher(block.body().text()).results().forEach(word -> names.add(word.group()));
                }
            }
        }
    }

    static void check(AlterTable alter, Refusals refusals) {
        boolean isType = alter.objectType() == ObjectType.TYPE;
        Schema schema = refusals.schema();
        Optional<QualifiedName> type = isType
                ? schema.type(alter.name().qualified()).map(SchemaObject.Type::name)
                : schema.table(alter.name()).map(Table::name);
        boolean stores = isType
                || schema.table(alter.name())
                        .filter(table -> !table.isPartitioned())
                        .isPresent();
        type.filter(name -> isUsed(name, refusals)).ifPresent(name -> {
            RowTypes types = new RowTypes(name, refusals);
            alter.actions().forEach(action -> types.check(action, !isType && stores));
        });
    }

    static void check(AlterDomain alter, Refusals refusals) {
        boolean looksAtValues = alter.action() instanceof DomainStatement.SetNotNull
                || (alter.action() instanceof DomainStatement.AddConstraint add
                        && !add.constraint().notValid());
        refusals.schema()
                .type(alter.name().qualified())
                .filter(domain -> looksAtValues && isUsed(domain.name(), refusals))
                .ifPresent(domain -> new RowTypes(domain.name(), refusals).users(alter, true));
    }

    private static boolean isUsed(QualifiedName type, Refusals refusals) {
        return refusals.context()
                .file()
                .folder()
                .once(Used.class, Used::of)
                .names()
                .contains(type.name());
    }

    /** @param stores whether it is a table with rows of its own */
    private void check(AlterTableAction action, boolean stores) {
        if (action instanceof AlterTableAction.AddColumn add) {
            member(add, add.column().type());
            if (stores && hasValues(add.column())) {
                users(action, false);
            }
        } else if (action instanceof AlterTableAction.AlterColumnType change) {
            member(change, change.type());
            users(action, false);
        }
    }

    private static boolean hasValues(ColumnDef column) {
        Constraint.Default value = column.constraint(Constraint.Default.class);
        return (value != null && !Constants.isNull(value.expression()))
                || column.has(Constraint.Identity.class)
                || (column.type() != null && ColumnType.isSerial(column.type()))
                || column.constraints().stream()
                        .anyMatch(constraint -> constraint instanceof Constraint.Generated generated
                                && Boolean.TRUE.equals(generated.stored()));
    }

    private void member(Node at, @Nullable TypeName of) {
        refusals.addIf(
                of != null && holds(ColumnType.of(of), false),
                at.range(),
                SqlState.INVALID_TABLE_DEFINITION,
                "`" + type + "` would hold a value of its own type",
                "Store a reference, such as the key of the other row.");
    }

    /** @param within whether columns of the type itself do not count, whose values the server can look at */
    private void users(Node at, boolean within) {
        for (Table table : refusals.schema().tables()) {
            for (Column column : table.columns().all()) {
                ColumnType known = column.type();
                if (!table.name().equals(type)
                        && !table.isPartitioned()
                        && column.generation() != Generation.VIRTUAL
                        && known != null
                        && holds(known, within)) {
                    refusals.add(
                            at.range(),
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "The column `" + table.name() + "." + column.name() + "` holds values of the type `" + type
                                    + "`, which the server does not change",
                            COPY);
                    return;
                }
            }
        }
    }

    /**
     * A type within another.
     *
     * @param held whether an array, a range or a row is around it, and not only domains
     */
    private record Part(ColumnType type, boolean held) {}

    /** Returns whether a value of {@code outer} is one of this type, or has one within it. */
    private boolean holds(ColumnType outer, boolean within) {
        Deque<Part> open = new ArrayDeque<>();
        Set<Part> seen = new HashSet<>();
        open.push(new Part(outer, outer.array()));
        while (!open.isEmpty()) {
            Part next = open.pop();
            if (isThis(next.type()) && (next.held() || !within)) {
                return true;
            }
            if (seen.add(next) && !BuiltInTypes.contains(next.type().name().name())) {
                parts(next).forEach(open::push);
            }
        }
        return false;
    }

    private List<Part> parts(Part outer) {
        Optional<SchemaObject.Type> type = refusals.schema().type(outer.type().name());
        List<ColumnType> types = new ArrayList<>();
        if (type.isPresent()) {
            types.addAll(type.get().parts());
        } else {
            refusals.schema()
                    .table(outer.type().name())
                    .ifPresent(row -> row.columns().all().stream()
                            .map(Column::type)
                            .filter(Objects::nonNull)
                            .forEach(types::add));
        }
        boolean held = outer.held()
                || type.filter(known -> known.kind() == TypeKind.DOMAIN).isEmpty();
        return types.stream().map(part -> new Part(part, held || part.array())).toList();
    }

    /** A name without a schema is one of the system's first. */
    private boolean isThis(ColumnType other) {
        return other.name().name().equals(type.name())
                && (other.name().schemaOrNull() == null
                        ? !BuiltInTypes.contains(type.name())
                        : other.name().schema().equals(type.schema()));
    }
}
