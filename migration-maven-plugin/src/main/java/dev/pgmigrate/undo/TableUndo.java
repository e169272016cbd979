package dev.pgmigrate.undo;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.replay.Origin;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Undoes the actions of an {@code ALTER TABLE}, the last first. */
final class TableUndo {
    private final Step step;
    private final ObjectName table;
    private final Schema before;
    private final Definitions definitions;
    private final List<Undone> undone = new ArrayList<>();

    private TableUndo(Step step, TableStatement.AlterTable alter, Definitions definitions) {
        this.step = step;
        this.table = alter.name();
        this.before = step.before();
        this.definitions = definitions;
    }

    static List<Undone> of(Step step, TableStatement.AlterTable alter, Definitions definitions) {
        TableUndo undo = new TableUndo(step, alter, definitions);
        for (int i = alter.actions().size() - 1; i >= 0; i--) {
            undo.add(alter.actions().get(i));
        }
        return undo.undone;
    }

    private void add(AlterTableAction action) {
        if (action instanceof AlterTableAction.AddColumn add) {
            String name = add.column().name().text();
            boolean wasThere = add.ifNotExists()
                    && known().filter(found -> found.columnPresence(name).isPresent())
                            .isPresent();
            if (!wasThere) {
                alter("DROP COLUMN IF EXISTS " + Identifier.quoteIdent(name));
            }
        } else if (action instanceof AlterTableAction.DropColumn drop) {
            lost("Column " + drop.name().text() + " of " + table + " is gone with its values"
                    + definitions
                            .columnType(table, drop.name(), before)
                            .map(type -> "; it was " + type)
                            .orElse("")
                    + ".");
        } else if (action instanceof AlterTableAction.AddConstraint add) {
            addedConstraint(add);
        } else if (action instanceof AlterTableAction.DropConstraint drop) {
            boolean absent = known().filter(found ->
                            found.constraintPresence(drop.name().text()).isAbsent())
                    .isPresent();
            if (drop.ifExists() && absent) {
                return;
            }
            definitions
                    .constraint(table, drop.name(), before)
                    .ifPresentOrElse(
                            text -> alter("ADD " + text),
                            () -> unseen("Constraint " + drop.name().text() + " of " + table + " was dropped."));
        } else if (action instanceof AlterTableAction.SetRowSecurity security) {
            rowSecurity(security.mode());
        } else if (action instanceof AlterTableAction.ColumnChange change) {
            column(change);
        } else if (action instanceof AlterTableAction.AttachPartition attach) {
            alter("DETACH PARTITION " + attach.partition().qualified().sql());
        } else if (!(action instanceof AlterTableAction.ValidateConstraint)) {
            undecided(action);
        }
    }

    private void column(AlterTableAction.ColumnChange action) {
        Name column = action.column();
        if (column == null) {
            undecided(action);
            return;
        }
        String alter = "ALTER COLUMN " + Identifier.quoteIdent(column.text()) + " ";
        boolean notNull = known().flatMap(found -> found.column(column.text()))
                .filter(Table.Column::notNull)
                .isPresent();
        if (action instanceof AlterTableAction.SetNotNull) {
            if (!notNull) {
                alter(alter + "DROP NOT NULL");
            }
        } else if (action instanceof AlterTableAction.DropNotNull) {
            if (notNull) {
                alter(alter + "SET NOT NULL");
            }
        } else if (action instanceof AlterTableAction.SetDefault || action instanceof AlterTableAction.DropDefault) {
            alter(alter
                    + definitions
                            .columnDefault(table, column, before)
                            .map(text -> "SET DEFAULT " + text)
                            .orElse("DROP DEFAULT"));
        } else if (action instanceof AlterTableAction.AlterColumnType) {
            type(column, alter);
        } else {
            undecided(action);
        }
    }

    private void type(Name column, String alter) {
        Optional<String> old = definitions.columnType(table, column, before);
        if (old.isPresent()) {
            alter(alter + "TYPE " + old.get() + " USING " + Identifier.quoteIdent(column.text()) + "::" + old.get());
        } else {
            unseen("Column " + column.text() + " of " + table + " had another type.");
        }
    }

    private void addedConstraint(AlterTableAction.AddConstraint add) {
        Name name = add.constraint().name();
        String dropped = name == null ? generatedName(add.constraint()) : name.text();
        if (dropped == null) {
            unseen("A constraint without a name was added to " + table + ".");
        } else {
            alter("DROP CONSTRAINT IF EXISTS " + Identifier.quoteIdent(dropped));
            if (add.constraint() instanceof Constraint.PrimaryKey) {
                nullable(dropped);
            }
        }
    }

    /** A primary key leaves its columns {@code NOT NULL} when it goes (manual, 5.4.4 "Primary Keys"). */
    private void nullable(String primaryKey) {
        step.after()
                .table(table)
                .flatMap(found -> found.constraints().get(primaryKey))
                .map(TableConstraint::columns)
                .orElse(List.of())
                .forEach(column -> {
                    boolean wasNullable = known().flatMap(found -> found.column(column))
                            .filter(found -> !found.notNull())
                            .isPresent();
                    if (wasNullable) {
                        alter("ALTER COLUMN " + Identifier.quoteIdent(column) + " DROP NOT NULL");
                    }
                });
    }

    /** The name that the server makes up, which the replay makes up as it does. */
    private @Nullable String generatedName(Constraint added) {
        Origin origin = new Origin(step.file(), added.range());
        return step.after()
                .table(table)
                .flatMap(found -> found.constraints().all().stream()
                        .filter(constraint -> constraint.origin().equals(origin))
                        .findFirst())
                .map(TableConstraint::name)
                .orElse(null);
    }

    private void rowSecurity(AlterTableAction.RowSecurity mode) {
        Presence on = known().map(Table::rowSecurity).orElse(Presence.UNKNOWN);
        switch (mode) {
            case ENABLE -> {
                if (!on.isPresent()) {
                    alter("DISABLE ROW LEVEL SECURITY");
                }
            }
            case DISABLE -> {
                if (!on.isAbsent()) {
                    alter("ENABLE ROW LEVEL SECURITY");
                }
            }
            case FORCE -> {
                if (!definitions.forcesRowSecurity(table, before)) {
                    alter("NO FORCE ROW LEVEL SECURITY");
                }
            }
            case NO_FORCE -> {
                if (definitions.forcesRowSecurity(table, before)) {
                    alter("FORCE ROW LEVEL SECURITY");
                }
            }
        }
    }

    private Optional<Table> known() {
        return before.table(table);
    }

    private void alter(String action) {
        undone.add(new Undone.Sql("ALTER TABLE IF EXISTS " + table.qualified().sql() + " " + action + ";"));
    }

    private void undecided(AlterTableAction action) {
        unseen(RollbackDraft.quoted(step, action.range()) + " has no undo that the files show.");
    }

    private void unseen(String text) {
        undone.add(new Undone.Decision(text, true));
    }

    private void lost(String text) {
        undone.add(new Undone.Decision(text, false));
    }
}
