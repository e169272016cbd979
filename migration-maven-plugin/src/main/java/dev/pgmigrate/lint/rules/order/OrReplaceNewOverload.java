package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.Signatures;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import java.util.List;

/** Reports a {@code CREATE OR REPLACE} that replaces nothing, because its argument types are new. */
final class OrReplaceNewOverload extends StatementRule<CreateFunction> {
    OrReplaceNewOverload() {
        super(Facts.warning(Category.ORDER).since("0.1"), CreateFunction.class);
    }

    @Override
    protected void check(CreateFunction create, LintContext context, Reporter reporter) {
        if (!create.orReplace() || context.guard().conditional() || hasUnclearTypes(create)) {
            return;
        }
        String signature = Signatures.of(create.parameters());
        QualifiedName target =
                create.name().qualified().inSchema(context.schema().searchPath().get(0));
        List<Routine> others = context.schema().certain().routines(target);
        if (others.size() != 1 || others.get(0).signature().equals(signature) || !stays(others.get(0), context)) {
            return;
        }
        String shown = create.name() + "(" + others.get(0).signature().replace(",", ", ") + ")";
        reporter.report(
                create.name().range(),
                "`" + shown + "` has other argument types and stays beside the new `" + create.name() + "("
                        + signature.replace(",", ", ") + ")`: nothing is replaced, and callers may get either",
                "Drop the old signature with DROP FUNCTION IF EXISTS " + shown + "; if the new one is to replace it.");
    }

    /** Two signatures of one file are meant; an old one may be dropped further down. */
    private static boolean stays(Routine old, LintContext context) {
        return old.origin().file() != context.sql()
                && old.definition() instanceof CreateFunction definition
                && !hasUnclearTypes(definition)
                && context.file()
                        .after()
                        .routinePresence(old.name(), old.signature())
                        .isPresent();
    }

    private static boolean hasUnclearTypes(CreateFunction create) {
        for (FunctionParameter parameter : create.parameters()) {
            if (parameter.type().percentType()) {
                return true;
            }
        }
        return false;
    }
}
