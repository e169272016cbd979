package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Origin;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Signatures;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.TypeName;
import java.util.List;
import java.util.Optional;

/** Reports a {@code SECURITY DEFINER} function that anybody can call through the API. */
final class SecurityDefinerExecutable extends FolderRule {
    SecurityDefinerExecutable() {
        super(Facts.off(Category.SECURITY)
                .inSupabase(Severity.WARNING)
                .fixable()
                .since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (SchemaObject.Routine routine : context.end().routines()) {
            if (!(routine.definition() instanceof FunctionStatement.CreateFunction function)
                    || !isDefiner(routine)
                    || !Exposure.isServed(routine.name(), context)
                    || isTrigger(function)
                    || !isOpenByDefault(routine, context.end())
                    || PolicyFunctions.call(routine.name(), context.end())) {
                continue;
            }
            Origin origin = routine.origin();
            reporter.report(
                            origin,
                            "Anybody with the API's public key can run `" + routine.name()
                                    + "`, and it runs with its owner's rights",
                            "Write " + revoke(routine.name(), function) + ", or grant it to anon if that is meant.")
                    .assumed()
                    .fix(fix(function, origin));
        }
    }

    private static boolean isDefiner(SchemaObject.Routine routine) {
        boolean definer = false;
        for (FunctionOption option : routine.options()) {
            definer = option instanceof FunctionOption.Security security ? security.definer() : definer;
        }
        return definer;
    }

    private static boolean isTrigger(FunctionStatement.CreateFunction function) {
        TypeName returns = function.returns();
        String type = returns == null ? "" : returns.name().last().text();
        return type.equals("trigger") || type.equals("event_trigger");
    }

    /** PostgreSQL grants it to PUBLIC, and Supabase to anon beside that: both are taken back, or one was meant. */
    private static boolean isOpenByDefault(SchemaObject.Routine routine, Schema end) {
        Presence everybody = end.mayRun(routine, "public");
        Presence anybody = end.mayRun(routine, Exposure.ANYBODY);
        return !everybody.isPresent() && !anybody.isPresent() && !(everybody.isAbsent() && anybody.isAbsent());
    }

    /** Behind the statement the function still has the name that it got there; a later one may move or rename it. */
    private static Optional<Fix> fix(FunctionStatement.CreateFunction function, Origin origin) {
        String revoke = revoke(function.name().qualified(), function) + ";";
        return origin.file().script().withoutRows().contains(function)
                ? Optional.of(new Fix(List.of(StatementEdits.append(function, origin.file(), revoke))))
                : Optional.empty();
    }

    private static String revoke(QualifiedName name, FunctionStatement.CreateFunction function) {
        return "REVOKE EXECUTE ON " + (function.procedure() ? "PROCEDURE " : "FUNCTION ") + name.sql() + "("
                + Signatures.of(function.parameters()) + ") FROM PUBLIC, anon";
    }
}
