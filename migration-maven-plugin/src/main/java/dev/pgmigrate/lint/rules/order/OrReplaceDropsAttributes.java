package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.RoutineAttributes;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.Signatures;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reports a {@code CREATE OR REPLACE} that takes away attributes by not repeating them. */
public final class OrReplaceDropsAttributes implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
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
        if (!(context.statement() instanceof CreateFunction create) || !create.orReplace()) {
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
                                    + ", because CREATE OR REPLACE sets whatever it does not name back",
                            "Repeat the attributes, or write the opposite where they are to go.");
                }
            }
        }
    }
}
