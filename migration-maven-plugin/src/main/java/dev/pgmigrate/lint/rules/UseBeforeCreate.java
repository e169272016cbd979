package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.ForeignKeyCycles;
import dev.pgmigrate.lint.evidence.RelationUses;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        Set<SourceRange> inCircles = ForeignKeyCycles.of(steps).stream()
                .map(link -> link.key().referenced().range())
                .collect(Collectors.toSet());
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            for (ObjectName needed : needed(file.context(step))) {
                QualifiedName name = step.before().resolve(needed);
                if (!inCircles.contains(needed.range())
                        && madeLater.contains(name)
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

    private static List<ObjectName> needed(LintContext context) {
        List<ObjectName> needed = RelationUses.changedOrReferenced(context);
        if (context.statement() instanceof CreateView view) {
            Nodes.of(RangeVar.class, view.query()).forEach(table -> needed.add(table.name()));
        }
        return needed;
    }
}
