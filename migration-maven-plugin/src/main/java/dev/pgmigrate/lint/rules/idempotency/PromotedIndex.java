package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.Optional;

/** The index that {@code ADD … USING INDEX} makes a key, and that has the key's name from then on. */
final class PromotedIndex {
    private PromotedIndex() {}

    /** Returns the first that the statement finds, and would no longer find if the file ran again. */
    static Optional<Name> missingOnSecondRun(LintContext context) {
        if (context.statement() instanceof AlterTable alter) {
            String schema = context.schema().resolve(alter.name()).schemaOrNull();
            for (AlterTableAction action : alter.actions()) {
                Name index = action instanceof AlterTableAction.AddConstraint add
                        ? add.constraint().usingIndex()
                        : null;
                if (index != null && context.isGoneOnSecondRun(new QualifiedName(schema, index.text()))) {
                    return Optional.of(index);
                }
            }
        }
        return Optional.empty();
    }
}
