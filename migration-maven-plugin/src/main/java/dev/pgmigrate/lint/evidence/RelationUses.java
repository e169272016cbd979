package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.WithClause.CommonTableExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the tables that have to exist for a statement. */
public final class RelationUses {
    private RelationUses() {}

    public static List<ObjectName> of(LintContext context) {
        List<ObjectName> needed = changedOrReferenced(context);
        if (context.statement() instanceof TableStatement.CreateTable create) {
            needed.addAll(create.inherits());
            if (create.partitionOf() != null) {
                needed.add(create.partitionOf());
            }
        }
        return needed;
    }

    /** Returns the tables and views that the queries of a statement read, and the table whose rows it changes. */
    public static List<ObjectName> queried(LintContext context) {
        Set<String> commonTables = new HashSet<>();
        context.nodes(CommonTableExpr.class)
                .forEach(table -> commonTables.add(table.name().text()));
        return context.nodes(FromItem.RangeVar.class).stream()
                .map(FromItem.RangeVar::name)
                .filter(name -> name.schema() != null
                        || !commonTables.contains(name.last().text()))
                .toList();
    }

    /** Returns the table that a statement works on, and those that its foreign keys refer to; no parents of a new table. */
    public static List<ObjectName> changedOrReferenced(LintContext context) {
        Statement statement = context.statement();
        List<ObjectName> needed = new ArrayList<>();
        if (statement instanceof TableStatement.AlterTable alter) {
            if (alter.objectType() == ObjectType.TABLE && !alter.ifExists()) {
                needed.add(alter.name());
            }
        } else if (statement instanceof Making making && making.table() != null) {
            needed.add(making.table());
        } else if (statement instanceof PolicyStatement policy) {
            needed.add(policy.table());
        } else if (statement instanceof DmlStatement rows) {
            needed.add(rows.relation().name());
        } else if (statement instanceof GrantStatement.Grant grant
                && grant.objectType() == ObjectType.TABLE
                && grant.scope() == GrantStatement.Scope.OBJECTS) {
            grant.objects().forEach(object -> needed.add(object.name()));
        }
        if (statement instanceof TableStatement) {
            context.nodes(Constraint.ForeignKey.class).forEach(key -> needed.add(key.referenced()));
        }
        return needed;
    }
}
