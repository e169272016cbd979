package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.Signatures;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;

/** Reports a {@code CREATE OR REPLACE} that changes what only a drop and a new {@code CREATE} can. */
final class OrReplaceSignatureChange extends StatementRule<CreateFunction> {
    OrReplaceSignatureChange() {
        super(Facts.error(Category.ORDER).since("0.1"), CreateFunction.class);
    }

    @Override
    protected void check(CreateFunction create, LintContext context, Reporter reporter) {
        if (!create.orReplace()
                || context.isGuardedAgainst(
                        create.procedure() ? SqlState.WRONG_OBJECT_TYPE : SqlState.INVALID_FUNCTION_DEFINITION)) {
            return;
        }
        String signature = Signatures.of(create.parameters());
        QualifiedName target =
                create.name().qualified().inSchema(context.schema().searchPath().get(0));
        for (Routine routine : context.schema().certain().routines(target)) {
            if (routine.signature().equals(signature) && routine.definition() instanceof CreateFunction old) {
                String shown = create.name() + "(" + signature.replace(",", ", ") + ")";
                RoutineChange.refused(old, create)
                        .ifPresent(change -> reporter.report(
                                create.name().range(),
                                "`" + shown + "` exists and this statement " + change
                                        + ", which CREATE OR REPLACE refuses with "
                                        + (old.procedure() == create.procedure()
                                                ? SqlState.INVALID_FUNCTION_DEFINITION
                                                : SqlState.WRONG_OBJECT_TYPE),
                                "Put DROP " + (old.procedure() ? "PROCEDURE" : "FUNCTION") + " IF EXISTS " + shown
                                        + "; before it, and create what depends on it again."));
            }
        }
    }
}
