package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a {@code SECURITY DEFINER} function without a {@code search_path} of its own. */
public final class SecurityDefinerSearchPath implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.SECURITY;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.CREATE_FUNCTION);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof FunctionStatement.CreateFunction function)
                || !function.securityDefiner()) {
            return;
        }
        boolean sets = function.options().stream()
                .anyMatch(option -> option instanceof FunctionOption.Setting setting
                        && setting.change().name().equals("search_path"));
        boolean setLater = context.later().stream()
                .anyMatch(step -> step.statement() instanceof FunctionStatement.AlterFunction alter
                        && alter.function()
                                .name()
                                .qualified()
                                .equals(function.name().qualified())
                        && alter.options().stream()
                                .anyMatch(option -> option instanceof FunctionOption.Setting setting
                                        && setting.change().name().equals("search_path")));
        if (!sets && !setLater) {
            reporter.report(
                    function.name().range(),
                    "`" + function.name()
                            + "` runs with its owner's rights and looks up names in the caller's search_path",
                    "Add SET search_path = '' and write names in the body with their schema.");
        }
    }
}
