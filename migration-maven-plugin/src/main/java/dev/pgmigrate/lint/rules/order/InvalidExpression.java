package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.ColumnUses;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement.CreateDomain;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.LikeClause;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SelectStatement.Select;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableElement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.Definition;
import dev.pgmigrate.sql.ast.ViewStatement.CreateMaterializedView;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;
import dev.pgmigrate.sql.ast.ViewStatement.RefreshMaterializedView;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports an expression or a query that no server takes where it stands: in a default, a check, an index or a view. */
final class InvalidExpression extends StatementRule<Statement> {
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
            index.elements()
                    .forEach(
                            element -> StandaloneExpression.refuseChanging(element.expression(), "An index", refusals));
            StandaloneExpression.refuseChanging(index.where(), "The WHERE of an index", refusals);
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
        context.nodes(Select.class).forEach(select -> {
            star(select, refusals);
            locked(select, refusals);
        });
    }

    private static void columns(Definition create, Refusals refusals) {
        Set<String> seen = new HashSet<>();
        for (TableElement element : create.elements()) {
            if (element instanceof ColumnDef column) {
                twice(create, column, column.name().text(), seen, refusals);
                column.constraints().forEach(constraint -> constraint(constraint, refusals));
                EnumDefaults.check(column, refusals);
            } else if (element instanceof LikeClause like) {
                refusals.schema()
                        .table(like.source())
                        .ifPresent(source -> source.columns()
                                .all()
                                .forEach(column -> twice(create, like, column.name(), seen, refusals)));
            }
        }
    }

    private static void twice(Definition create, Node at, String column, Set<String> seen, Refusals refusals) {
        refusals.addIf(
                !seen.add(column),
                at instanceof ColumnDef definition ? definition.name().range() : at.range(),
                SqlState.DUPLICATE_COLUMN,
                "`" + create.name() + "` gets two columns `" + column + "`",
                "Rename one of them.");
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
            StandaloneExpression.refuseChanging(generated.expression(), "A generated column", refusals);
        }
    }

    /** Manual, CREATE TABLE, "DEFAULT default_expr". */
    private static void value(Expression expression, Refusals refusals) {
        ColumnUses.references(expression)
                .forEach(column -> refusals.add(
                        column.range(),
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "A default cannot read a column, and that is what `"
                                + refusals.context().text(column) + "` is",
                        "Write a value; a string needs single quotes."));
        StandaloneExpression.refuse(expression, "A default", refusals);
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

    /** What FOR UPDATE OF names is a table of the query itself (manual, SELECT, "The Locking Clause"). */
    private static void locked(Select select, Refusals refusals) {
        List<ObjectName> tables = select.options().locking().stream()
                .flatMap(locking -> locking.tables().stream())
                .toList();
        if (tables.isEmpty()) {
            return;
        }
        Set<String> names = new HashSet<>();
        for (Node node :
                select.from().stream().flatMap(item -> Nodes.all(item).stream()).toList()) {
            if (node instanceof FromItem.Alias alias) {
                names.add(alias.name().text());
            } else if (node instanceof FromItem.RangeVar table && table.alias() == null) {
                names.add(table.name().last().text());
            } else if (node instanceof FuncCall call) {
                names.add(call.name().last().text());
            }
        }
        for (ObjectName table : tables) {
            refusals.addIf(
                    !names.contains(table.last().text()),
                    table.range(),
                    SqlState.UNDEFINED_TABLE,
                    "FOR UPDATE OF names `" + table + "`, which the query does not read",
                    "Name a table of its FROM, by its alias.");
        }
    }
}
