package dev.pgmigrate.apply.rollback;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import dev.pgmigrate.sql.plpgsql.RoutineBodies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what rollbacks remove, under the names that the objects have before the first of them runs: a rollback may give
 * a table its old name back, and the next one drop it.
 */
final class TakenReader {
    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    private final Map<ColumnName, String> columns = new HashMap<>();
    private List<Taken> taken = new ArrayList<>();

    private record ColumnName(QualifiedName table, String name) {}

    /** Returns what the next rollback removes. */
    List<Taken> read(Migration rollback) {
        taken = new ArrayList<>();
        for (Statement statement : rollback.script().statements()) {
            read(statement, statement.range());
            if (statement instanceof FunctionStatement.DoStatement block) {
                Optional<PlpgsqlBody> body =
                        RoutineBodies.plpgsql(rollback.script().source(), statement);
                body.ifPresent(parsed -> parsed.sql().forEach(inner -> read(inner, block.range())));
                if (body.isEmpty() || body.get().walk().anyMatch(PlStatement.Execute.class::isInstance)) {
                    taken.add(new Taken.Untold(block.range()));
                }
            }
        }
        return taken;
    }

    private void read(Statement statement, SourceRange at) {
        if (statement instanceof DropStatement drop) {
            drop.objects().forEach(object -> dropped(drop, object, at));
        } else if (statement instanceof TableStatement.AlterTable alter) {
            alter.actions().stream()
                    .filter(AlterTableAction.DropColumn.class::isInstance)
                    .map(AlterTableAction.DropColumn.class::cast)
                    .forEach(action -> column(alter.name(), action.name().text(), at));
        } else if (statement instanceof BulkStatement.Truncate truncate) {
            truncate.tables().forEach(table -> taken.add(new Taken.Table(before(table.name()), at)));
            if (truncate.cascade()) {
                taken.add(new Taken.Untold(at));
            }
        } else if (statement instanceof DmlStatement.Delete delete) {
            taken.add(new Taken.Rows(before(delete.relation().name()), at));
        } else if (statement instanceof ObjectStatement.Rename rename) {
            renamed(rename);
        } else if (statement instanceof FunctionStatement.CallStatement) {
            taken.add(new Taken.Untold(at));
        }
    }

    private void dropped(DropStatement drop, ObjectReference object, SourceRange at) {
        switch (drop.objectType()) {
            case TABLE -> taken.add(new Taken.Table(before(object.name()), at));
            case SCHEMA -> {
                if (drop.cascade()) {
                    taken.add(new Taken.Schema(object.name().last().text(), at));
                }
            }
            case TYPE, DOMAIN -> {
                if (drop.cascade()) {
                    taken.add(new Taken.Type(object.name().qualified(), at));
                }
            }
            default -> {}
        }
    }

    private void column(ObjectName table, String name, SourceRange at) {
        QualifiedName before = before(table);
        taken.add(new Taken.Column(before, columns.getOrDefault(new ColumnName(before, name), name), at));
    }

    private void renamed(ObjectStatement.Rename rename) {
        ObjectReference object = rename.object();
        ObjectName parent = object.parent();
        if (object.type() == ObjectType.TABLE) {
            QualifiedName old = object.name().qualified();
            tables.put(
                    old.schemaOrNull() == null
                            ? QualifiedName.of(rename.newName().text())
                            : QualifiedName.of(
                                    old.schemaOrNull(), rename.newName().text()),
                    before(object.name()));
        } else if (object.type() == ObjectType.COLUMN && parent != null) {
            columns.put(
                    new ColumnName(before(parent), rename.newName().text()),
                    object.name().last().text());
        }
    }

    private QualifiedName before(ObjectName name) {
        return tables.getOrDefault(name.qualified(), name.qualified());
    }
}
