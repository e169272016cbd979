package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SyntaxFeature;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DatabaseStatement;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionExpression;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.JsonExpression;
import dev.pgmigrate.sql.ast.MaintenanceStatement;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.OperatorExpression;
import dev.pgmigrate.sql.ast.OperatorStatement;
import dev.pgmigrate.sql.ast.PublicationStatement;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.StatisticsStatement;
import dev.pgmigrate.sql.ast.TriggerStatement;
import dev.pgmigrate.sql.ast.ViewStatement;
import dev.pgmigrate.sql.ast.WithClause;
import dev.pgmigrate.sql.parser.SyntaxFeatures.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The features that show in the tree. One line a feature: the node, when it uses the feature, and which that is. */
final class TreeFeatures {
    private static final Map<Class<?>, BiConsumer<Node, List<Use>>> RULES = new HashMap<>();

    static {
        tables();
        constraints();
        queries();
        replication();
        others();
    }

    private TreeFeatures() {}

    static void find(Node node, List<Use> uses) {
        BiConsumer<Node, List<Use>> rule = RULES.get(node.getClass());
        if (rule != null) {
            rule.accept(node, uses);
        }
    }

    private static <N extends Node> void on(Class<N> type, Predicate<N> uses, SyntaxFeature feature) {
        BiConsumer<Node, List<Use>> rule = (node, found) -> {
            if (uses.test(type.cast(node))) {
                found.add(new Use(feature, node.range()));
            }
        };
        RULES.merge(type, rule, BiConsumer::andThen);
    }

    private static void tables() {
        on(ColumnDef.class, column -> column.compression() != null, SyntaxFeature.COLUMN_COMPRESSION);
        on(ColumnDef.class, column -> column.storage() != null, SyntaxFeature.COLUMN_STORAGE);
        on(AlterTableAction.SetCompression.class, action -> true, SyntaxFeature.ALTER_COLUMN_SET_COMPRESSION);
        on(AlterTableAction.SetExpression.class, action -> true, SyntaxFeature.SET_EXPRESSION);
        on(
                AlterTableAction.SetStatistics.class,
                action -> action.target() == null,
                SyntaxFeature.SET_STATISTICS_DEFAULT);
        on(
                AlterTableAction.SetStorage.class,
                action -> action.storage().text().equals("default"),
                SyntaxFeature.STORAGE_DEFAULT);
        on(
                AlterTableAction.SetAccessMethod.class,
                action -> action.method() != null,
                SyntaxFeature.ALTER_TABLE_SET_ACCESS_METHOD);
        on(
                AlterTableAction.SetAccessMethod.class,
                action -> action.method() == null,
                SyntaxFeature.SET_ACCESS_METHOD_DEFAULT);
        on(
                AlterTableAction.AlterConstraint.class,
                action -> action.inherit() != null,
                SyntaxFeature.ALTER_CONSTRAINT_INHERIT);
        on(
                AlterTableAction.AlterConstraint.class,
                action -> action.attributes().enforced() != null,
                SyntaxFeature.CONSTRAINT_ENFORCEMENT);
        on(
                AlterTableAction.DetachPartition.class,
                action -> action.concurrently() || action.finalizing(),
                SyntaxFeature.DETACH_PARTITION_CONCURRENTLY);
        on(IndexStatement.Reindex.class, reindex -> reindex.name() == null, SyntaxFeature.REINDEX_CURRENT_DATABASE);
        on(
                StatisticsStatement.CreateStatistics.class,
                statistics -> statistics.name() == null,
                SyntaxFeature.STATISTICS_WITHOUT_NAME);
        on(
                StatisticsStatement.AlterStatistics.class,
                statistics -> statistics.target() == null,
                SyntaxFeature.SET_STATISTICS_DEFAULT);
        on(
                ViewStatement.CreateView.class,
                view -> has(view.options(), "security_invoker"),
                SyntaxFeature.VIEW_SECURITY_INVOKER);
        on(
                AlterTableAction.SetOptions.class,
                action -> has(action.options(), "security_invoker"),
                SyntaxFeature.VIEW_SECURITY_INVOKER);
    }

    private static void constraints() {
        on(Constraint.Unique.class, Constraint.Unique::withoutOverlaps, SyntaxFeature.WITHOUT_OVERLAPS);
        on(Constraint.PrimaryKey.class, Constraint.PrimaryKey::withoutOverlaps, SyntaxFeature.WITHOUT_OVERLAPS);
        on(
                Constraint.ForeignKey.class,
                key -> key.period() || key.referencedPeriod(),
                SyntaxFeature.TEMPORAL_FOREIGN_KEY);
        on(
                Constraint.ForeignKey.class,
                key -> key.onDelete() != null && !key.onDelete().columns().isEmpty(),
                SyntaxFeature.FOREIGN_KEY_SET_COLUMNS);
        on(Constraint.Generated.class, column -> !Boolean.TRUE.equals(column.stored()), SyntaxFeature.VIRTUAL_COLUMN);
        on(
                Constraint.NotNull.class,
                constraint ->
                        constraint.column() != null || constraint.attributes().noInherit(),
                SyntaxFeature.NOT_NULL_CONSTRAINT);
        for (Class<? extends Constraint> type : List.of(
                Constraint.Check.class,
                Constraint.ForeignKey.class,
                Constraint.NotNull.class,
                Constraint.Unique.class,
                Constraint.PrimaryKey.class,
                Constraint.Stray.class)) {
            on(type, constraint -> constraint.attributes().enforced() != null, SyntaxFeature.CONSTRAINT_ENFORCEMENT);
        }
        on(
                DomainStatement.AddConstraint.class,
                action -> action.constraint() instanceof Constraint.NotNull,
                SyntaxFeature.ALTER_DOMAIN_ADD_NOT_NULL);
    }

    private static void queries() {
        on(SelectStatement.Select.class, SelectStatement.Select::groupDistinct, SyntaxFeature.GROUP_BY_DISTINCT);
        on(WithClause.CommonTableExpr.class, table -> !table.generated().isEmpty(), SyntaxFeature.SEARCH_OR_CYCLE);
        on(FromItem.RangeSubselect.class, query -> query.alias() == null, SyntaxFeature.SUBQUERY_WITHOUT_ALIAS);
        on(FromItem.RangeTableFunc.class, FromItem.RangeTableFunc::json, SyntaxFeature.JSON_TABLE);
        on(
                FunctionExpression.SqlValueFunction.class,
                function -> function.keyword().equals("system_user"),
                SyntaxFeature.SYSTEM_USER);
        on(OperatorExpression.IsExpr.class, test -> test.test().name().startsWith("JSON"), SyntaxFeature.IS_JSON);
        on(JsonExpression.JsonCall.class, call -> isConstructor(call.kind()), SyntaxFeature.JSON_CONSTRUCTORS);
        on(JsonExpression.JsonCall.class, call -> !isConstructor(call.kind()), SyntaxFeature.JSON_QUERY_FUNCTIONS);
        on(JsonExpression.JsonArrayQuery.class, call -> true, SyntaxFeature.JSON_CONSTRUCTORS);
        on(DmlStatement.Merge.class, merge -> true, SyntaxFeature.MERGE);
        on(DmlStatement.Merge.class, merge -> !merge.returning().isEmpty(), SyntaxFeature.MERGE_RETURNING);
    }

    private static boolean isConstructor(JsonExpression.JsonKind kind) {
        return switch (kind) {
            case JSON_OBJECT, JSON_ARRAY, JSON_OBJECTAGG, JSON_ARRAYAGG -> true;
            case JSON, JSON_SCALAR, JSON_SERIALIZE, JSON_EXISTS, JSON_QUERY, JSON_VALUE -> false;
        };
    }

    private static void replication() {
        on(PublicationStatement.Item.class, item -> !item.columns().isEmpty(), SyntaxFeature.PUBLICATION_COLUMNS);
        on(PublicationStatement.Item.class, item -> item.where() != null, SyntaxFeature.PUBLICATION_ROW_FILTER);
        on(
                PublicationStatement.Item.class,
                item -> item.kind() != PublicationStatement.ItemKind.TABLE,
                SyntaxFeature.PUBLICATION_SCHEMAS);
        on(
                PublicationStatement.AlterSubscription.class,
                change -> change.change() == PublicationStatement.SubscriptionChange.SKIP,
                SyntaxFeature.SUBSCRIPTION_SKIP);
    }

    private static void others() {
        on(
                TriggerStatement.CreateTrigger.class,
                TriggerStatement.CreateTrigger::orReplace,
                SyntaxFeature.CREATE_OR_REPLACE_TRIGGER);
        on(FunctionBody.Return.class, body -> true, SyntaxFeature.SQL_ROUTINE_BODY);
        on(FunctionBody.Statements.class, body -> true, SyntaxFeature.SQL_ROUTINE_BODY);
        on(
                DatabaseStatement.AlterDatabaseRefreshCollation.class,
                statement -> true,
                SyntaxFeature.REFRESH_DATABASE_COLLATION);
        on(
                GrantStatement.Grant.class,
                grant -> grant.objectType() == ObjectType.PARAMETER,
                SyntaxFeature.GRANT_ON_PARAMETER);
        on(
                GrantStatement.Grant.class,
                grant ->
                        grant.objectType() == ObjectType.LARGE_OBJECT && grant.scope() == GrantStatement.Scope.DEFAULTS,
                SyntaxFeature.DEFAULT_PRIVILEGES_ON_LARGE_OBJECTS);
        on(
                GrantStatement.Privilege.class,
                privilege -> privilege.name().equals("maintain"),
                SyntaxFeature.MAINTAIN_PRIVILEGE);
        on(
                GrantStatement.GrantRole.class,
                grant -> grant.options().stream().anyMatch(option -> !option.is("admin")),
                SyntaxFeature.GRANT_ROLE_OPTIONS);
        on(
                OperatorStatement.AlterOperator.class,
                operator -> operator.options().stream().anyMatch(option -> option.arg() == null),
                SyntaxFeature.ALTER_OPERATOR_FLAGS);
        on(MaintenanceStatement.Relation.class, MaintenanceStatement.Relation::only, SyntaxFeature.VACUUM_ONLY);
    }

    private static boolean has(List<DefElem> options, String name) {
        return options.stream().anyMatch(option -> option.name().text().equals(name));
    }
}
