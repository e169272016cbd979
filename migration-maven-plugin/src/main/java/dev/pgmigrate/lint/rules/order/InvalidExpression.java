package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement.CreateDomain;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionExpression.SqlValueFunction;
import dev.pgmigrate.sql.ast.FunctionOption;
import dev.pgmigrate.sql.ast.FunctionOption.VolatilityKind;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.SelectStatement.Select;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.Definition;
import dev.pgmigrate.sql.ast.ViewStatement.CreateMaterializedView;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;
import dev.pgmigrate.sql.ast.ViewStatement.RefreshMaterializedView;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports an expression or a query that no server takes where it stands: in a default, a check, an index or a view. */
final class InvalidExpression extends StatementRule<Statement> {
    /** Those of {@code pg_proc} that are not immutable in any form and that people write. */
    private static final Set<String> CHANGING = Set.of(
            "now",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timeofday",
            "random",
            "gen_random_uuid",
            "nextval",
            "currval",
            "lastval",
            "pg_backend_pid",
            "current_setting");

    InvalidExpression() {
        super(Facts.error(Category.ORDER).since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof Definition create) {
            columns(create, refusals);
            create.constraints().forEach(constraint -> constraint(constraint, refusals));
        } else if (statement instanceof AlterTable alter) {
            Optional<Table> table = refusals.schema().table(alter.name());
            alter.actions().forEach(action -> action(action, table, refusals));
        } else if (statement instanceof CreateDomain domain) {
            DomainParts.check(domain, refusals);
            domain.constraints().forEach(constraint -> constraint(constraint, refusals));
        } else if (statement instanceof CreateIndex index) {
            index.elements().forEach(element -> constant(element.expression(), "An index", refusals));
            constant(index.where(), "The WHERE of an index", refusals);
        } else if (statement instanceof CreateView view) {
            names(view.columns(), view.query(), refusals);
        } else if (statement instanceof CreateMaterializedView view) {
            names(view.columns(), view.query(), refusals);
        } else if (statement instanceof RefreshMaterializedView refresh) {
            refusals.addIf(
                    refresh.concurrently() && !refresh.withData(),
                    refresh.range(),
                    SqlState.SYNTAX_ERROR,
                    "REFRESH CONCURRENTLY of `" + refresh.name() + "` needs rows to compare",
                    "Leave out CONCURRENTLY or WITH NO DATA.");
        }
        context.nodes(Select.class).forEach(select -> star(select, refusals));
    }

    private static void columns(Definition create, Refusals refusals) {
        Set<String> seen = new HashSet<>();
        for (ColumnDef column : create.columns()) {
            refusals.addIf(
                    !seen.add(column.name().text()),
                    column.name().range(),
                    SqlState.DUPLICATE_COLUMN,
                    "`" + create.name() + "` gets two columns `" + column.name().text() + "`",
                    "Rename one of them.");
            column.constraints().forEach(constraint -> constraint(constraint, refusals));
            EnumDefaults.check(column, refusals);
        }
    }

    private static void action(AlterTableAction action, Optional<Table> table, Refusals refusals) {
        if (action instanceof AlterTableAction.AddColumn add) {
            add.column().constraints().forEach(constraint -> constraint(constraint, refusals));
            EnumDefaults.check(add.column(), refusals);
        } else if (action instanceof AlterTableAction.AddConstraint add) {
            constraint(add.constraint(), refusals);
        } else if (action instanceof AlterTableAction.SetDefault change) {
            value(change.expression(), refusals);
            table.flatMap(known -> known.column(change.column().text()))
                    .ifPresent(column -> EnumDefaults.check(column.type(), change.expression(), refusals));
        }
    }

    private static void constraint(Constraint constraint, Refusals refusals) {
        if (constraint instanceof Constraint.Default value) {
            value(value.expression(), refusals);
        } else if (constraint instanceof Constraint.Check check) {
            StandaloneExpression.refuse(check.expression(), "A check", refusals);
        } else if (constraint instanceof Constraint.Generated generated) {
            constant(generated.expression(), "A generated column", refusals);
        }
    }

    /** Manual, CREATE TABLE, "DEFAULT default_expr". */
    private static void value(Expression expression, Refusals refusals) {
        int queryEnd = -1;
        for (Node node : Nodes.all(expression)) {
            boolean within = node.range().start() < queryEnd;
            if (node instanceof Expression.SubLink query) {
                queryEnd = query.range().end();
            } else if (!within && node instanceof Expression.ColumnRef column) {
                refusals.add(
                        column.range(),
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "A default cannot read a column, and that is what `"
                                + refusals.context().text(column) + "` is",
                        "Write a value; a string needs single quotes.");
            }
        }
        StandaloneExpression.refuse(expression, "A default", refusals);
    }

    /** What is kept has to be the same each time that it is computed (manual, CREATE INDEX and CREATE TABLE). */
    private static void constant(@Nullable Expression expression, String where, Refusals refusals) {
        if (expression == null) {
            return;
        }
        StandaloneExpression.refuse(expression, where, refusals);
        for (Node node : Nodes.all(expression)) {
            if (node instanceof SqlValueFunction || (node instanceof FuncCall call && isChanging(call, refusals))) {
                refusals.add(
                        node.range(),
                        SqlState.INVALID_OBJECT_DEFINITION,
                        where + " cannot call what is not IMMUTABLE, such as `"
                                + refusals.context().text(node) + "`",
                        "Compute it from the columns alone.");
            }
        }
    }

    /** A function in SQL may be written in place of its call, and be immutable then. */
    private static boolean isChanging(FuncCall call, Refusals refusals) {
        List<Routine> routines = refusals.schema().routines(call.name().qualified());
        if (routines.isEmpty()) {
            return call.name().schema() == null
                    && CHANGING.contains(call.name().last().text());
        }
        return routines.size() == 1
                && routines.get(0).definition() instanceof CreateFunction create
                && !create.language().equals("sql")
                && routines.get(0).options().stream()
                        .noneMatch(option -> option instanceof FunctionOption.Volatility volatility
                                && volatility.volatility() == VolatilityKind.IMMUTABLE);
    }

    private static void names(List<Name> names, Statement query, Refusals refusals) {
        if (query instanceof Select select && names.size() > select.targets().size()) {
            boolean star = Nodes.of(Expression.ColumnRef.class, select).anyMatch(Expression.ColumnRef::star);
            refusals.addIf(
                    !star,
                    names.get(select.targets().size()).range(),
                    SqlState.SYNTAX_ERROR,
                    "There are " + names.size() + " names for "
                            + select.targets().size() + " columns",
                    "Remove the extra names, or add the missing columns.");
        }
    }

    private static void star(Select select, Refusals refusals) {
        if (select.from().isEmpty()) {
            select.targets().stream()
                    .map(target -> target.value())
                    .filter(value -> value instanceof Expression.ColumnRef column
                            && column.star()
                            && column.names().isEmpty())
                    .findFirst()
                    .ifPresent(star -> refusals.add(
                            star.range(),
                            SqlState.SYNTAX_ERROR,
                            "`*` stands for all columns of the tables, and there is no FROM",
                            "Name the table."));
        }
    }
}
