package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import java.util.Optional;

/**
 * What a failed {@code CREATE INDEX CONCURRENTLY} leaves behind: an INVALID index, which a second run has to drop (PostgreSQL
 * manual, CREATE INDEX, "Building Indexes Concurrently"). Our own runner does that by itself.
 */
public final class BrokenIndex {
    private BrokenIndex() {}

    /** Tells whether {@code create}, once it is built concurrently, takes such an index for a good one. */
    public static boolean isKept(CreateIndex create, LintContext context) {
        return context.runner() != Runner.MIGRATE && create.ifNotExists() && create.name() != null;
    }

    /** Returns the statement after which no index of that name is left. */
    public static String drop(CreateIndex create, Name index, LintContext context) {
        Name schema = create.table().schema();
        String prefix = schema == null ? "" : context.text(schema) + ".";
        return "DROP INDEX CONCURRENTLY IF EXISTS " + prefix + context.text(index) + ";";
    }

    /** Returns the fix that drops the index before {@code create}, which becomes concurrent and loses its {@code IF NOT EXISTS}. */
    public static Optional<Fix> fix(CreateIndex create, LintContext context) {
        Name index = create.name();
        if (context.place() != Place.FILE || index == null) {
            return Optional.empty();
        }
        int start = create.range().start();
        SourceRange head = new SourceRange(start, index.range().start());
        String written = context.text(head);
        String without = written.replaceFirst("(?i)\\s+if\\s+not\\s+exists\\b", "");
        if (without.equals(written)) {
            return Optional.empty();
        }
        int keyword = create.keyword().end() - start;
        String concurrent = create.concurrently()
                ? without
                : without.substring(0, keyword) + " CONCURRENTLY" + without.substring(keyword);
        return Optional.of(Fix.of(new TextEdit(head, drop(create, index, context) + "\n" + concurrent)));
    }
}
