package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.parser.SqlScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directives of a file in the order of the text, and the comments that only look like one.
 *
 * @param all the directives
 * @param problems the comments with {@code migrate:} that are not directives
 */
public record Directives(List<Directive> all, List<DirectiveProblem> problems) {
    public Directives {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    static Directives read(SourceText source, SqlScript script, @Nullable SourceRange transactionOff) {
        List<Directive> directives = new ArrayList<>();
        List<DirectiveProblem> problems = new ArrayList<>();
        if (transactionOff != null) {
            directives.add(new Directive.TransactionOff(transactionOff));
        }
        for (SourceRange comment : script.comments()) {
            new DirectiveReader(source, comment).read(directives::add, problems::add);
        }
        for (SourceRange comment : BodyComments.of(source, script)) {
            new DirectiveReader(source, comment)
                    .read(directive -> addOfBody(directive, directives, problems), problems::add);
        }
        directives.sort(Comparator.comparingInt(directive -> directive.range().start()));
        return new Directives(directives, problems);
    }

    /** A body can only affect its own statements, not how the file runs. */
    private static void addOfBody(Directive directive, List<Directive> directives, List<DirectiveProblem> problems) {
        if (directive instanceof Directive.Suppression) {
            directives.add(directive);
        } else {
            problems.add(new DirectiveProblem(
                    "This directive is about the file, but is inside a body.",
                    "Write it above the statement.",
                    directive.range()));
        }
    }

    /** Returns the directives of one type. */
    public <T extends Directive> Stream<T> of(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast);
    }

    public Optional<Directive.TransactionOff> transactionOff() {
        return of(Directive.TransactionOff.class).findFirst();
    }

    public Optional<Directive.Irreversible> irreversible() {
        return of(Directive.Irreversible.class).findFirst();
    }
}
