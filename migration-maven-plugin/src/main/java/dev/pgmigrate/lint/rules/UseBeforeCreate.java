package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports a statement that needs what the same file makes only further down. */
public final class UseBeforeCreate implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.ORDER;
    }

    @Override
    public void checkFile(FileContext file, Reporter reporter) {
        Set<QualifiedName> madeLater = new HashSet<>();
        List<Step> steps = file.topLevel();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            for (ObjectName needed : needed(step.statement())) {
                QualifiedName name = step.before().resolve(needed);
                if (madeLater.contains(name)
                        && !step.before().relationPresence(name).isPresent()
                        && !name.equals(made(step))) {
                    reporter.report(
                            needed.range(),
                            "The table `" + needed
                                    + "` is made only further down in this file, and the statement fails with 42P01",
                            "Move the CREATE in front of it.");
                }
            }
            QualifiedName made = made(step);
            if (made != null) {
                madeLater.add(made);
            }
        }
    }

    private static @Nullable QualifiedName made(Step step) {
        ObjectName name = step.statement() instanceof TableStatement.Definition create
                ? create.name()
                : step.statement() instanceof CreateView view ? view.name() : null;
        return name == null
                ? null
                : name.qualified().inSchema(step.before().searchPath().get(0));
    }

    private static List<ObjectName> needed(Statement statement) {
        List<ObjectName> needed = new ArrayList<>();
        if (statement instanceof AlterTable alter && alter.objectType() == ObjectType.TABLE && !alter.ifExists()) {
            needed.add(alter.name());
        } else if (statement instanceof CreateIndex index) {
            needed.add(index.table());
        } else if (statement instanceof CreateTrigger trigger) {
            needed.add(trigger.table());
        } else if (statement instanceof PolicyStatement policy) {
            needed.add(policy.table());
        } else if (statement instanceof DmlStatement dml) {
            needed.add(dml.relation().name());
        } else if (statement instanceof CreateView view) {
            Nodes.of(RangeVar.class, view.query()).forEach(table -> needed.add(table.name()));
        }
        if (statement instanceof TableStatement.Definition table) {
            addReferenced(table.constraints(), needed);
            table.columns().forEach(column -> addReferenced(column.constraints(), needed));
        } else if (statement instanceof AlterTable) {
            Nodes.of(Constraint.ForeignKey.class, statement).forEach(key -> needed.add(key.referenced()));
        }
        return needed;
    }

    private static void addReferenced(List<Constraint> constraints, List<ObjectName> needed) {
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.ForeignKey key) {
                needed.add(key.referenced());
            }
        }
    }
}
