package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.Signatures;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a {@code CREATE OR REPLACE} that changes what only a drop and a new {@code CREATE} can. */
public final class OrReplaceSignatureChange implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.ORDER;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.CREATE_FUNCTION);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof CreateFunction create)
                || !create.orReplace()
                || context.isGuardedAgainst(create.procedure() ? "42809" : "42P13")) {
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
                                        + (old.procedure() == create.procedure() ? "42P13" : "42809"),
                                "Put DROP " + (old.procedure() ? "PROCEDURE" : "FUNCTION") + " IF EXISTS " + shown
                                        + "; in front of it, and make what depends on it again."));
            }
        }
    }
}
