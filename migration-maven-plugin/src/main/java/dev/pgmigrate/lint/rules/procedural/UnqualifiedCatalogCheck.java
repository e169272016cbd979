package dev.pgmigrate.lint.rules.procedural;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.OperatorExpression;
import dev.pgmigrate.sql.ast.SelectStatement;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports a look into the catalog by an object's name that does not say in which schema. */
final class UnqualifiedCatalogCheck extends StatementRule<DoStatement> {
    UnqualifiedCatalogCheck() {
        super(Facts.warning(Category.PROCEDURAL).fixable().since("0.1"), DoStatement.class);
    }

    @Override
    protected void check(DoStatement block, LintContext context, Reporter reporter) {
        context.body()
                .filter(body -> body.block().filter(DoShape::isAssertion).isEmpty())
                .ifPresent(body -> body.walk()
                        .flatMap(statement ->
                                Stream.<Node>concat(statement.expressions().stream(), statement.sql().stream()))
                        .flatMap(node -> Nodes.of(SelectStatement.Select.class, node))
                        .forEach(select ->
                                CatalogLookup.of(select).ifPresent(lookup -> report(lookup, context, reporter))));
    }

    private static void report(CatalogLookup lookup, LintContext context, Reporter reporter) {
        reporter.report(
                        lookup.select().range(),
                        "This look into `" + lookup.catalog() + "` finds " + lookup.what()
                                + " of that name in any schema, and what it guards is then skipped without a word",
                        lookup.schemaColumn().isEmpty()
                                ? "Compare an OID with 'schema.name'::regclass or ::regtype."
                                : "Compare " + lookup.schemaColumn().get() + " as well.")
                .fix(lookup.schemaColumn().flatMap(column -> qualify(lookup, column, context)));
    }

    /** Only a single comparison or a conjunction can take one more term in front. */
    private static Optional<Fix> qualify(CatalogLookup lookup, String column, LintContext context) {
        Expression where = lookup.select().where();
        boolean takesMore = where instanceof OperatorExpression.OpExpr
                || (where instanceof OperatorExpression.BoolExpr terms
                        && terms.kind() == OperatorExpression.BoolKind.AND);
        String schema = Literal.quote(context.schema().searchPath().get(0));
        return where != null && takesMore
                ? Optional.of(Fix.insert(where.range().start(), column + " = " + schema + " AND "))
                : Optional.empty();
    }
}
