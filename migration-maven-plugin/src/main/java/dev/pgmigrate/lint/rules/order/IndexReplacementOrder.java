package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.Optional;

/** Reports an index that is dropped before the one that replaces it is built. */
final class IndexReplacementOrder extends StatementRule<DropStatement.Drop> {
    IndexReplacementOrder() {
        super(Facts.warning(Category.ORDER).fixable().since("0.1"), DropStatement.Drop.class);
    }

    @Override
    protected void check(DropStatement.Drop drop, LintContext context, Reporter reporter) {
        if (drop.objectType() != ObjectType.INDEX
                || drop.objects().size() != 1
                || context.guard().conditional()) {
            return;
        }
        Index old = context.schema()
                .certain()
                .index(drop.objects().get(0).name().qualified())
                .orElse(null);
        if (old == null || old.constraint() != null || old.elements().isEmpty() || context.isFresh(old.table())) {
            return;
        }
        for (Step later : context.later()) {
            if (IndexReplacement.isRebuilt(later, old)) {
                return;
            }
            if (Place.RUN_WITH_THE_MIGRATION.contains(later.place())
                    && later.statement() instanceof CreateIndex create
                    && IndexReplacement.replaces(create, later, old)) {
                reporter.report(
                                drop.objects().get(0).range(),
                                "The index `" + old.name().name() + "` is gone before `" + create.name()
                                        + "`, which replaces it, is built: queries on `" + old.table()
                                        + "` have neither in between",
                                "Build the new index first, then drop the old one.")
                        .fix(swap(later, context));
                return;
            }
        }
    }

    private static Optional<Fix> swap(Step create, LintContext context) {
        return context.place() != Place.FILE || create.place() != Place.FILE
                ? Optional.empty()
                : Optional.of(Fix.of(
                        StatementEdits.delete(context.statement(), context.sql()),
                        StatementEdits.append(
                                create.statement(), context.sql(), context.text(context.statement()) + ";")));
    }
}
