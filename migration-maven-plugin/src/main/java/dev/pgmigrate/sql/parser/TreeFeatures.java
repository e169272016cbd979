package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SyntaxFeature;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DatabaseStatement;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionExpression;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.JsonExpression;
import dev.pgmigrate.sql.ast.MaintenanceStatement;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.OperatorExpression;
import dev.pgmigrate.sql.ast.OperatorStatement;
import dev.pgmigrate.sql.ast.PublicationStatement;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatisticsStatement;
import dev.pgmigrate.sql.ast.TriggerStatement;
import dev.pgmigrate.sql.ast.ViewStatement;
import dev.pgmigrate.sql.ast.WithClause;
import dev.pgmigrate.sql.parser.SyntaxFeatures.Use;
import java.util.List;

/** The features that show in the tree: for each kind of node, when it uses one, and which that is. */
final class TreeFeatures {
    private final List<Use> uses;
    private SourceRange range;

    private TreeFeatures(List<Use> uses, SourceRange range) {
        this.uses = uses;
        this.range = range;
    }

    /** Adds what the {@code nodes} of one statement use to {@code uses}. */
    static void find(List<Node> nodes, List<Use> uses) {
        TreeFeatures features = new TreeFeatures(uses, SourceRange.at(0));
        for (Node node : nodes) {
            if (!(node instanceof Name)) {
                features.range = node.range();
                features.look(node);
            }
        }
    }

    private void look(Node node) {
        if (node instanceof Expression expression) {
            expression(expression);
        } else if (node instanceof ColumnDef column) {
            add(SyntaxFeature.COLUMN_COMPRESSION, column.compression() != null);
            add(SyntaxFeature.COLUMN_STORAGE, column.storage() != null);
        } else if (node instanceof Constraint constraint) {
            constraint(constraint);
        } else if (node instanceof AlterTableAction action) {
            action(action);
        } else if (node instanceof Statement statement) {
            statement(statement);
        } else {
            other(node);
        }
    }

    private void add(SyntaxFeature feature, boolean used) {
        if (used) {
            uses.add(new Use(feature, range));
        }
    }

    private void expression(Expression node) {
        if (node instanceof FunctionExpression.SqlValueFunction function) {
            add(SyntaxFeature.SYSTEM_USER, function.keyword().equals("system_user"));
        } else if (node instanceof OperatorExpression.IsExpr is) {
            add(SyntaxFeature.IS_JSON, is.test().name().startsWith("JSON"));
        } else if (node instanceof JsonExpression.JsonCall call) {
            boolean constructor = isConstructor(call.kind());
            add(constructor ? SyntaxFeature.JSON_CONSTRUCTORS : SyntaxFeature.JSON_QUERY_FUNCTIONS, true);
        } else if (node instanceof JsonExpression.JsonArrayQuery) {
            add(SyntaxFeature.JSON_CONSTRUCTORS, true);
        }
    }

    private static boolean isConstructor(JsonExpression.JsonKind kind) {
        return switch (kind) {
            case JSON_OBJECT, JSON_ARRAY, JSON_OBJECTAGG, JSON_ARRAYAGG -> true;
            case JSON, JSON_SCALAR, JSON_SERIALIZE, JSON_EXISTS, JSON_QUERY, JSON_VALUE -> false;
        };
    }

    private void constraint(Constraint node) {
        add(SyntaxFeature.CONSTRAINT_ENFORCEMENT, node.attributes().enforced() != null);
        if (node instanceof Constraint.Unique unique) {
            add(SyntaxFeature.WITHOUT_OVERLAPS, unique.withoutOverlaps());
        } else if (node instanceof Constraint.PrimaryKey key) {
            add(SyntaxFeature.WITHOUT_OVERLAPS, key.withoutOverlaps());
        } else if (node instanceof Constraint.ForeignKey key) {
            add(SyntaxFeature.TEMPORAL_FOREIGN_KEY, key.period() || key.referencedPeriod());
            add(
                    SyntaxFeature.FOREIGN_KEY_SET_COLUMNS,
                    key.onDelete() != null && !key.onDelete().columns().isEmpty());
        } else if (node instanceof Constraint.Generated generated) {
            add(SyntaxFeature.VIRTUAL_COLUMN, !Boolean.TRUE.equals(generated.stored()));
        } else if (node instanceof Constraint.NotNull notNull) {
            add(
                    SyntaxFeature.NOT_NULL_CONSTRAINT,
                    notNull.column() != null || notNull.attributes().noInherit());
        }
    }

    private void action(AlterTableAction node) {
        if (node instanceof AlterTableAction.SetCompression) {
            add(SyntaxFeature.ALTER_COLUMN_SET_COMPRESSION, true);
        } else if (node instanceof AlterTableAction.SetExpression) {
            add(SyntaxFeature.SET_EXPRESSION, true);
        } else if (node instanceof AlterTableAction.SetStatistics action) {
            add(SyntaxFeature.SET_STATISTICS_DEFAULT, action.target() == null);
        } else if (node instanceof AlterTableAction.SetStorage action) {
            add(SyntaxFeature.STORAGE_DEFAULT, action.storage().text().equals("default"));
        } else if (node instanceof AlterTableAction.SetAccessMethod action) {
            boolean named = action.method() != null;
            add(named ? SyntaxFeature.ALTER_TABLE_SET_ACCESS_METHOD : SyntaxFeature.SET_ACCESS_METHOD_DEFAULT, true);
        } else if (node instanceof AlterTableAction.AlterConstraint action) {
            add(SyntaxFeature.ALTER_CONSTRAINT_INHERIT, action.inherit() != null);
            add(SyntaxFeature.CONSTRAINT_ENFORCEMENT, action.attributes().enforced() != null);
        } else if (node instanceof AlterTableAction.DetachPartition action) {
            add(SyntaxFeature.DETACH_PARTITION_CONCURRENTLY, action.concurrently() || action.finalizing());
        } else if (node instanceof AlterTableAction.SetOptions action) {
            add(SyntaxFeature.VIEW_SECURITY_INVOKER, has(action.options(), "security_invoker"));
        }
    }

    private void statement(Statement node) {
        if (node instanceof SelectStatement.Select select) {
            add(SyntaxFeature.GROUP_BY_DISTINCT, select.groupDistinct());
        } else if (node instanceof TriggerStatement.CreateTrigger trigger) {
            add(SyntaxFeature.CREATE_OR_REPLACE_TRIGGER, trigger.orReplace());
        } else if (node instanceof ViewStatement.CreateView view) {
            add(SyntaxFeature.VIEW_SECURITY_INVOKER, has(view.options(), "security_invoker"));
        } else if (node instanceof DmlStatement.Merge merge) {
            add(SyntaxFeature.MERGE, true);
            add(SyntaxFeature.MERGE_RETURNING, !merge.returning().isEmpty());
        } else if (node instanceof GrantStatement grant) {
            grant(grant);
        } else if (node instanceof IndexStatement.Reindex reindex) {
            add(SyntaxFeature.REINDEX_CURRENT_DATABASE, reindex.name() == null);
        } else if (node instanceof StatisticsStatement.CreateStatistics statistics) {
            add(SyntaxFeature.STATISTICS_WITHOUT_NAME, statistics.name() == null);
        } else if (node instanceof StatisticsStatement.AlterStatistics statistics) {
            add(SyntaxFeature.SET_STATISTICS_DEFAULT, statistics.target() == null);
        } else if (node instanceof PublicationStatement.AlterSubscription change) {
            add(SyntaxFeature.SUBSCRIPTION_SKIP, change.change() == PublicationStatement.SubscriptionChange.SKIP);
        } else if (node instanceof DatabaseStatement.AlterDatabaseRefreshCollation) {
            add(SyntaxFeature.REFRESH_DATABASE_COLLATION, true);
        } else if (node instanceof OperatorStatement.AlterOperator operator) {
            add(
                    SyntaxFeature.ALTER_OPERATOR_FLAGS,
                    operator.options().stream().anyMatch(option -> option.arg() == null));
        }
    }

    private void grant(GrantStatement node) {
        if (node instanceof GrantStatement.Grant grant) {
            add(SyntaxFeature.GRANT_ON_PARAMETER, grant.objectType() == ObjectType.PARAMETER);
            add(
                    SyntaxFeature.DEFAULT_PRIVILEGES_ON_LARGE_OBJECTS,
                    grant.objectType() == ObjectType.LARGE_OBJECT && grant.scope() == GrantStatement.Scope.DEFAULTS);
        } else if (node instanceof GrantStatement.GrantRole grant) {
            add(SyntaxFeature.GRANT_ROLE_OPTIONS, grant.options().stream().anyMatch(option -> !option.is("admin")));
        }
    }

    private void other(Node node) {
        if (node instanceof FromItem.RangeSubselect query) {
            add(SyntaxFeature.SUBQUERY_WITHOUT_ALIAS, query.alias() == null);
        } else if (node instanceof FromItem.RangeTableFunc function) {
            add(SyntaxFeature.JSON_TABLE, function.json());
        } else if (node instanceof WithClause.CommonTableExpr table) {
            add(SyntaxFeature.SEARCH_OR_CYCLE, !table.generated().isEmpty());
        } else if (node instanceof FunctionBody.Return || node instanceof FunctionBody.Statements) {
            add(SyntaxFeature.SQL_ROUTINE_BODY, true);
        } else if (node instanceof GrantStatement.Privilege privilege) {
            add(SyntaxFeature.MAINTAIN_PRIVILEGE, privilege.name().equals("maintain"));
        } else if (node instanceof MaintenanceStatement.Relation relation) {
            add(SyntaxFeature.VACUUM_ONLY, relation.only());
        } else if (node instanceof DomainStatement.AddConstraint domain) {
            add(SyntaxFeature.ALTER_DOMAIN_ADD_NOT_NULL, domain.constraint() instanceof Constraint.NotNull);
        } else if (node instanceof PublicationStatement.Item item) {
            add(SyntaxFeature.PUBLICATION_COLUMNS, !item.columns().isEmpty());
            add(SyntaxFeature.PUBLICATION_ROW_FILTER, item.where() != null);
            add(SyntaxFeature.PUBLICATION_SCHEMAS, item.kind() != PublicationStatement.ItemKind.TABLE);
        }
    }

    private static boolean has(List<DefElem> options, String name) {
        return options.stream().anyMatch(option -> option.name().text().equals(name));
    }
}
