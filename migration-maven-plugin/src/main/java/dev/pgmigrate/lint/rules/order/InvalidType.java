package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.effect.Volatility;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.SchemaObject.TypeKind;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TypeStatement;
import dev.pgmigrate.sql.ast.TypeStatement.AddEnumValue;
import dev.pgmigrate.sql.ast.TypeStatement.CreateEnum;
import dev.pgmigrate.sql.ast.TypeStatement.Label;
import dev.pgmigrate.sql.ast.TypeStatement.RenameEnumValue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reports a base type without the functions that it needs, and a label of an enum that is too long (manual, CREATE TYPE). */
final class InvalidType extends StatementRule<Statement> {
    InvalidType() {
        super(Facts.error(Category.ORDER).since("0.1"), Define.class, TypeStatement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof Define define) {
            base(define, refusals);
        } else if (statement instanceof CreateEnum create) {
            create.labels().forEach(label -> label(create.name(), label, refusals));
        } else if (statement instanceof AddEnumValue add) {
            label(add.name(), add.value(), refusals);
        } else if (statement instanceof RenameEnumValue rename) {
            label(rename.name(), rename.newValue(), refusals);
        }
    }

    private static void base(Define define, Refusals refusals) {
        boolean isShell = refusals.schema()
                .type(define.name().qualified())
                .filter(type -> type.kind() == TypeKind.SHELL)
                .isPresent();
        if (define.objectType() == ObjectType.TYPE
                && isShell
                && !define.definition().isEmpty()) {
            List.of("input", "output").forEach(function -> function(define, function, refusals));
        }
    }

    private static void function(Define define, String option, Refusals refusals) {
        DefElem function = define.definition().stream()
                .filter(element -> element.is(option))
                .findFirst()
                .orElse(null);
        refusals.addIf(
                function == null,
                define.name().range(),
                SqlState.INVALID_OBJECT_DEFINITION,
                "The base type `" + define.name() + "` has no " + option + " function",
                "Name it as " + option + " = …, in lower case if it is quoted.");
        refusals.addIf(
                function != null
                        && option.equals("input")
                        && function.value().endsWith("in")
                        && Volatility.isBuiltIn(function.typeName().name().qualified()),
                function == null ? define.name().range() : function.range(),
                SqlState.INVALID_OBJECT_DEFINITION,
                "The function that reads `" + define.name() + "` returns a type of the server",
                "Name a function that returns the new type.");
    }

    private static void label(ObjectName type, Label label, Refusals refusals) {
        refusals.addIf(
                label.text().getBytes(StandardCharsets.UTF_8).length > Identifier.MAX_BYTES,
                label.range(),
                SqlState.INVALID_NAME,
                "A label of `" + type + "` has at most " + Identifier.MAX_BYTES + " bytes, and '" + label.text()
                        + "' has more",
                "Shorten it.");
    }
}
