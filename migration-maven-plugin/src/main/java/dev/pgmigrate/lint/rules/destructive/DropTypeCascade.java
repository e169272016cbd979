package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports {@code DROP TYPE … CASCADE}, which drops the columns of that type. */
public final class DropTypeCascade implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.DROP);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof DropStatement.Drop drop)
                || !drop.cascade()
                || (drop.objectType() != ObjectType.TYPE && drop.objectType() != ObjectType.DOMAIN)) {
            return;
        }
        for (ObjectReference type : drop.objects()) {
            if (type.name().qualified().schema().filter("pg_temp"::equals).isEmpty()) {
                reporter.report(
                        type.range(),
                        "CASCADE drops every column of type `" + type.name() + "` with its values",
                        "Leave CASCADE out; to change the type, make a new one and convert the columns first.");
            }
        }
    }
}
