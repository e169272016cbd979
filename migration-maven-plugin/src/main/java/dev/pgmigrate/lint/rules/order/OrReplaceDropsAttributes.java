package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.RoutineAttributes;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.Signatures;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import java.util.ArrayList;
import java.util.List;

/** Reports a {@code CREATE OR REPLACE} that takes away attributes by not repeating them. */
final class OrReplaceDropsAttributes extends StatementRule<CreateFunction> {
    OrReplaceDropsAttributes() {
        super(Facts.warning(Category.ORDER).since("0.1"), CreateFunction.class);
    }

    @Override
    protected void check(CreateFunction create, LintContext context, Reporter reporter) {
        if (!create.orReplace()) {
            return;
        }
        String signature = Signatures.of(create.parameters());
        QualifiedName target =
                create.name().qualified().inSchema(context.schema().searchPath().get(0));
        for (Routine routine : context.schema().certain().routines(target)) {
            if (routine.signature().equals(signature) && routine.definition() instanceof CreateFunction) {
                List<String> lost = new ArrayList<>();
                RoutineAttributes.of(routine.options()).forEach((kind, attribute) -> {
                    if (!RoutineAttributes.isWritten(kind, create.options())) {
                        lost.add(attribute);
                    }
                });
                if (!lost.isEmpty()) {
                    reporter.report(
                            create.name().range(),
                            "`" + create.name() + "(" + signature.replace(",", ", ") + ")` loses "
                                    + String.join(", ", lost)
                                    + ", because CREATE OR REPLACE resets whatever it does not name",
                            "Repeat the attributes, or write the opposite of those that are to go.");
                }
            }
        }
    }
}
