package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PartitionSpec;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the columns that a statement needs, each with its table. */
public final class ColumnUses {
    private final List<Use> uses = new ArrayList<>();

    private ColumnUses() {}

    /**
     * A column that has to exist.
     *
     * @param own whether the statement itself creates the table, whose later state then counts
     */
    public record Use(ObjectName table, Name column, boolean own) {}

    /** Returns the columns that {@code statement} names explicitly, without those read by queries in it. */
    public static List<Use> of(Statement statement) {
        ColumnUses found = new ColumnUses();
        found.look(statement);
        return found.uses;
    }

    private void look(Statement statement) {
        if (statement instanceof CreateIndex index) {
            elements(index.table(), index.elements(), false);
            elements(index.table(), index.including(), false);
            expression(index.table(), index.where(), false);
        } else if (statement instanceof TableStatement.CreateTable create) {
            create.columns().forEach(column -> column(create.name(), column, true));
            create.constraints().forEach(constraint -> constraint(create.name(), constraint, true));
            partitionKey(create);
        } else if (statement instanceof TableStatement.AlterTable alter && alter.objectType() == ObjectType.TABLE) {
            alter.actions().forEach(action -> action(alter.name(), action));
            alter.actions().forEach(action -> forget(alter.name(), action));
        } else if (statement instanceof PolicyStatement policy) {
            expression(policy.table(), policy.using(), false);
            expression(policy.table(), policy.withCheck(), false);
        } else if (statement instanceof CreateTrigger trigger) {
            trigger.columns().forEach(column -> add(trigger.table(), column, false));
            row(trigger);
        } else if (statement instanceof ObjectStatement.Rename || statement instanceof ObjectStatement.Comment) {
            reference(((ObjectStatement) statement).object());
        } else if (statement instanceof DmlStatement.Insert insert) {
            insert.columns().forEach(column -> add(insert.relation().name(), column.name(), false));
        } else if (statement instanceof DmlStatement.Update update) {
            update.set()
                    .forEach(set -> set.targets()
                            .forEach(column -> add(update.relation().name(), column.name(), false)));
        }
    }

    private void partitionKey(TableStatement.CreateTable create) {
        if (create.partitionBy() != null) {
            for (PartitionSpec.Element element : create.partitionBy().elements()) {
                if (element.column() != null) {
                    add(create.name(), element.column(), true);
                }
                expression(create.name(), element.expression(), true);
            }
        }
    }

    private void reference(ObjectReference object) {
        ObjectName table = object.parent();
        if (object.type() == ObjectType.COLUMN && table != null) {
            add(table, object.name().last(), false);
        }
    }

    private void action(ObjectName table, AlterTableAction action) {
        if (action instanceof AlterTableAction.AddColumn add) {
            column(table, add.column(), false);
        } else if (action instanceof AlterTableAction.AddConstraint add) {
            constraint(table, add.constraint(), false);
        } else if (action instanceof AlterTableAction.DropColumn drop && !drop.ifExists()) {
            add(table, drop.name(), false);
        } else if (action instanceof AlterTableAction.ColumnChange change && change.column() != null) {
            add(table, change.column(), false);
        }
    }

    /** What the same statement adds exists in time. */
    private void forget(ObjectName table, AlterTableAction action) {
        if (action instanceof AlterTableAction.AddColumn add) {
            String added = add.column().name().text();
            uses.removeIf(use ->
                    use.column().text().equals(added) && use.table().toString().equals(table.toString()));
        }
    }

    private void column(ObjectName table, ColumnDef column, boolean own) {
        column.constraints().forEach(constraint -> constraint(table, constraint, own));
    }

    private void constraint(ObjectName table, Constraint constraint, boolean own) {
        if (constraint instanceof Constraint.Key key) {
            key.columns().forEach(column -> add(table, column, own));
        } else if (constraint instanceof Constraint.ForeignKey key) {
            key.columns().forEach(column -> add(table, column, own));
            boolean self = own && key.referenced().toString().equals(table.toString());
            key.referencedColumns().forEach(column -> add(key.referenced(), column, self));
        } else if (constraint instanceof Constraint.Check check) {
            expression(table, check.expression(), own);
        } else if (constraint instanceof Constraint.Generated generated) {
            expression(table, generated.expression(), own);
        } else if (constraint instanceof Constraint.Exclude exclude) {
            exclude.elements().forEach(element -> elements(table, List.of(element.element()), own));
        }
    }

    private void elements(ObjectName table, List<IndexElement> elements, boolean own) {
        for (IndexElement element : elements) {
            Name column = element.column();
            if (column != null) {
                add(table, column, own);
            }
            expression(table, element.expression(), own);
        }
    }

    private void expression(ObjectName table, @Nullable Expression expression, boolean own) {
        if (expression == null) {
            return;
        }
        for (Expression.ColumnRef reference : free(expression)) {
            List<Name> names = reference.names();
            Name column = names.get(names.size() - 1);
            boolean qualified =
                    names.size() == 2 && names.get(0).text().equals(table.last().text());
            // A table's own name is its whole row.
            if (qualified
                    || (names.size() == 1 && !column.text().equals(table.last().text()))) {
                add(table, column, own);
            }
        }
    }

    /** The condition of a trigger reads the row as {@code NEW} and {@code OLD}. */
    private void row(CreateTrigger trigger) {
        if (trigger.when() == null) {
            return;
        }
        for (Expression.ColumnRef reference : free(trigger.when())) {
            if (reference.names().size() == 2) {
                String record = reference.names().get(0).text();
                if (record.equals("new") || record.equals("old")) {
                    add(trigger.table(), reference.names().get(1), false);
                }
            }
        }
    }

    /** The columns outside of queries within the expression: those have tables of their own. */
    public static List<Expression.ColumnRef> free(Node within) {
        return references(within).filter(reference -> !reference.star()).toList();
    }

    /** The references outside of queries within the expression, whole rows among them. */
    public static Stream<Expression.ColumnRef> references(Node within) {
        List<Expression.ColumnRef> references = new ArrayList<>();
        int queryEnd = -1;
        for (Node node : Nodes.all(within)) {
            SourceRange range = node.range();
            if (range.start() < queryEnd) {
                continue;
            }
            if (node instanceof Expression.SubLink query) {
                queryEnd = query.range().end();
            } else if (node instanceof Expression.ColumnRef reference) {
                references.add(reference);
            }
        }
        return references.stream();
    }

    private void add(ObjectName table, Name column, boolean own) {
        uses.add(new Use(table, column, own));
    }
}
