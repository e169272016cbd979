package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.RoutineAttributes;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionStatement;
import java.util.Map;

/** Reports a {@code SECURITY DEFINER} function without a {@code search_path} of its own. */
final class SecurityDefinerSearchPath extends FolderRule {
    SecurityDefinerSearchPath() {
        super(Facts.error(Category.SECURITY).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (SchemaObject.Routine routine : context.end().certain().routines()) {
            Map<String, String> attributes = RoutineAttributes.of(routine.options());
            if (routine.definition() instanceof FunctionStatement.CreateFunction function
                    && attributes.containsKey("security")
                    && !attributes.containsKey("set search_path")
                    && !isResolved(function)) {
                reporter.report(
                        routine.origin().file(),
                        function.name().range(),
                        "`" + routine.name()
                                + "` runs with its owner's rights and looks up names in the caller's search_path",
                        "Add SET search_path = '' and write names in the body with their schema.");
            }
        }
    }

    /** The names of an SQL-standard body are looked up once, when it is made. */
    private static boolean isResolved(FunctionStatement.CreateFunction function) {
        return function.body() instanceof FunctionBody.Statements || function.body() instanceof FunctionBody.Return;
    }
}
