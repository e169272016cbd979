package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.rules.order.Prerequisites.NamedObject;
import dev.pgmigrate.lint.rules.order.Prerequisites.Prerequisite;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Steps;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DropStatement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports a statement that needs what the same file makes only further down. */
final class UseBeforeCreate extends FileRule {
    UseBeforeCreate() {
        super(Facts.error(Category.ORDER).since("0.1"));
    }

    @Override
    protected void check(FileContext file, Reporter reporter) {
        Set<NamedObject> madeLater = new HashSet<>();
        Steps steps = file.steps();
        Set<SourceRange> inCircles = ForeignKeyCycles.of(steps.changes()).stream()
                .map(link -> link.key().referenced().range())
                .collect(Collectors.toSet());
        Set<SourceRange> tolerantDrops = tolerantDrops(steps);
        Map<NamedObject, Prerequisite> firstUses = new HashMap<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            LintContext context = file.context(step);
            NamedObject made = Prerequisites.made(step);
            if (!madeLater.isEmpty()) {
                for (Prerequisite needed : Prerequisites.of(context)) {
                    NamedObject object = new NamedObject(needed.kind(), resolve(needed, step.before()));
                    if (!inCircles.contains(needed.name().range())
                            && madeLater.contains(object)
                            && !object.equals(made)
                            && !step.guard().handles(needed.kind().sqlState())
                            && (!step.guard().conditional() || FirstRun.reaches(context))) {
                        if (!Prerequisites.isThere(object, step.before())) {
                            report(needed, reporter);
                        } else if (isOnlyDroppedFrom(object, step, tolerantDrops)) {
                            firstUses.put(object, needed);
                        }
                    }
                }
            }
            if (made != null && step.place() != Place.FUNCTION_BODY) {
                madeLater.add(made);
            }
        }
        firstUses.values().forEach(needed -> report(needed, reporter));
    }

    /** Returns the statements that name a table which need not be there. */
    private static Set<SourceRange> tolerantDrops(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.statement() instanceof DropStatement drop && drop.ifExists())
                .map(step -> step.statement().range())
                .collect(Collectors.toSet());
    }

    /** Tells whether nothing is known of a table but that an earlier statement of the file drops something of it, if it is there. */
    private static boolean isOnlyDroppedFrom(NamedObject object, Step step, Set<SourceRange> tolerantDrops) {
        return object.kind() == Prerequisites.Kind.TABLE
                && step.before()
                        .table(object.name())
                        .filter(table -> !table.created()
                                && table.origin().file() == step.file()
                                && tolerantDrops.contains(table.origin().range()))
                        .isPresent();
    }

    private static QualifiedName resolve(Prerequisite needed, Schema schema) {
        return needed.kind() == Prerequisites.Kind.TABLE
                ? schema.resolve(needed.name())
                : needed.name().qualified().inSchema(schema.searchPath().get(0));
    }

    private static void report(Prerequisite needed, Reporter reporter) {
        reporter.report(
                needed.name().range(),
                "The " + needed.kind().name().toLowerCase(Locale.ROOT) + " `" + needed.name()
                        + "` is made only further down in this file, and the statement fails with "
                        + needed.kind().sqlState(),
                "Move the CREATE before it.");
    }
}
