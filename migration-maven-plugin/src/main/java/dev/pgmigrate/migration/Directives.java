package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directives of a file in the order of their places, and the comments that only look like one.
 *
 * @param all the directives
 * @param problems the comments with {@code migrate:} that are no directive
 */
public record Directives(List<Directive> all, List<DirectiveProblem> problems) {
    public Directives {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    static Directives read(SourceText source, List<SourceRange> comments, @Nullable SourceRange transactionOff) {
        List<Directive> directives = new ArrayList<>();
        List<DirectiveProblem> problems = new ArrayList<>();
        if (transactionOff != null) {
            directives.add(new Directive.TransactionOff(transactionOff));
        }
        for (SourceRange comment : comments) {
            new DirectiveReader(source.text(), comment).read(directives::add, problems::add);
        }
        return new Directives(directives, problems);
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
