package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
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
public final class UseBeforeCreate extends FileRule {
    public UseBeforeCreate() {
        super(Facts.error(Category.ORDER).since("0.1"));
    }

    @Override
    protected void check(FileContext file, Reporter reporter) {
        Set<Needs.Thing> madeLater = new HashSet<>();
        List<Step> steps = file.steps();
        Set<SourceRange> inCircles = ForeignKeyCycles.of(file.topLevel()).stream()
                .map(link -> link.key().referenced().range())
                .collect(Collectors.toSet());
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.place() == Place.DO_BODY) {
                continue;
            }
            Needs.Thing made = Needs.made(step);
            if (!madeLater.isEmpty()) {
                for (Needs.Need need : Needs.of(file.context(step))) {
                    Needs.Thing thing = new Needs.Thing(need.kind(), resolve(need, step.before()));
                    if (!inCircles.contains(need.name().range())
                            && madeLater.contains(thing)
                            && !thing.equals(made)
                            && !Needs.isThere(thing, step.before())) {
                        report(need, reporter);
                    }
                }
            }
            if (made != null && step.place() == Place.FILE) {
                madeLater.add(made);
            }
        }
    }

    private static QualifiedName resolve(Needs.Need need, Schema schema) {
        return need.kind() == Needs.Kind.TABLE
                ? schema.resolve(need.name())
                : need.name().qualified().inSchema(schema.searchPath().get(0));
    }

    private static void report(Needs.Need need, Reporter reporter) {
        reporter.report(
                need.name().range(),
                "The " + need.kind().name().toLowerCase(Locale.ROOT) + " `" + need.name()
                        + "` is made only further down in this file, and the statement fails with "
                        + need.kind().sqlState(),
                "Move the CREATE in front of it.");
    }
}
