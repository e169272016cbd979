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
import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Reports a {@code CREATE OR REPLACE} that changes what only a drop and a new {@code CREATE} can. */
final class OrReplaceSignatureChange extends StatementRule<Statement> {
    OrReplaceSignatureChange() {
        super(Facts.error(Category.ORDER).since("0.1"), CreateFunction.class, Define.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof Define define && define.objectType() != ObjectType.AGGREGATE) {
            return;
        }
        ObjectReference made = statement instanceof Making create && create.orReplace() ? create.made() : null;
        if (made == null) {
            return;
        }
        String signature = Objects.requireNonNullElse(Signatures.of(made), "");
        QualifiedName target =
                made.name().qualified().inSchema(context.schema().searchPath().get(0));
        for (Routine routine : context.schema().certain().routines(target)) {
            if (routine.signature().equals(signature)) {
                String shown = made.name() + "(" + signature.replace(",", ", ") + ")";
                report(routine, (Making) statement, made, shown, context, reporter);
            }
        }
    }

    private static void report(
            Routine old, Making create, ObjectReference made, String shown, LintContext context, Reporter reporter) {
        Optional<String> change = Optional.empty();
        boolean sameKind = true;
        if (old.definition() instanceof CreateFunction before && create instanceof CreateFunction now) {
            change = RoutineChange.refused(before, now);
            sameKind = RoutineChange.word(before).equals(RoutineChange.word(now));
        } else if (old.definition() instanceof Making
                && (old.kind() == ObjectType.AGGREGATE) != create instanceof Define) {
            change = Optional.of("turns " + withArticle(old.kind()) + " into " + withArticle(made.type()));
            sameKind = false;
        }
        String sqlState = sameKind ? SqlState.INVALID_FUNCTION_DEFINITION : SqlState.WRONG_OBJECT_TYPE;
        if (change.isPresent() && !context.isGuardedAgainst(sqlState)) {
            reporter.report(
                    made.range(),
                    "`" + shown + "` exists and this statement " + change.get()
                            + ", which CREATE OR REPLACE refuses with " + sqlState,
                    "Put DROP " + old.kind().words().toUpperCase(Locale.ROOT) + " IF EXISTS " + shown
                            + "; before it, and create what depends on it again.");
        }
    }

    private static String withArticle(ObjectType type) {
        return (type == ObjectType.AGGREGATE ? "an " : "a ") + type.words();
    }
}
