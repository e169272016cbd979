package dev.pgmigrate.apply.plan;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TriggerStatement;
import dev.pgmigrate.sql.ast.TypeStatement;
import dev.pgmigrate.sql.ast.ViewStatement;
import java.util.stream.Stream;

/** Chooses the template for the migration that undoes an applied one on the way forward. */
final class ForwardFix {
    private static final String BLANK = "blank";

    private ForwardFix() {}

    static String kind(PlannedMigration planned) {
        return planned.migration().map(ForwardFix::kind).orElse(BLANK);
    }

    private static String kind(Migration migration) {
        return migration.script().withoutRows().stream()
                .flatMap(ForwardFix::kinds)
                .findFirst()
                .orElse(BLANK);
    }

    private static Stream<String> kinds(Statement statement) {
        if (statement instanceof TableStatement.AlterTable alter) {
            return alter.actions().stream()
                    .filter(action -> action instanceof AlterTableAction.AddColumn)
                    .map(action -> "drop-column");
        }
        if (statement instanceof TypeStatement.AddEnumValue) {
            return Stream.of("enum-recreate");
        }
        if (statement instanceof FunctionStatement.CreateFunction) {
            return Stream.of("function");
        }
        if (statement instanceof ViewStatement) {
            return Stream.of("view");
        }
        if (statement instanceof TriggerStatement) {
            return Stream.of("trigger");
        }
        return statement instanceof PolicyStatement ? Stream.of("policy") : Stream.empty();
    }
}
