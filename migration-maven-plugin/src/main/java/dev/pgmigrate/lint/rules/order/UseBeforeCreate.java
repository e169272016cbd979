package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.rules.order.Prerequisites.NamedObject;
import dev.pgmigrate.lint.rules.order.Prerequisites.Prerequisite;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
        List<Step> steps = file.steps();
        Set<SourceRange> inCircles = ForeignKeyCycles.of(file.topLevel()).stream()
                .map(link -> link.key().referenced().range())
                .collect(Collectors.toSet());
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.place() == Place.DO_BODY) {
                continue;
            }
            NamedObject made = Prerequisites.made(step);
            if (!madeLater.isEmpty()) {
                for (Prerequisite needed : Prerequisites.of(file.context(step))) {
                    NamedObject object = new NamedObject(needed.kind(), resolve(needed, step.before()));
                    if (!inCircles.contains(needed.name().range())
                            && madeLater.contains(object)
                            && !object.equals(made)
                            && !Prerequisites.isThere(object, step.before())) {
                        report(needed, reporter);
                    }
                }
            }
            if (made != null && step.place() == Place.FILE) {
                madeLater.add(made);
            }
        }
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
                "Move the CREATE in front of it.");
    }
}
