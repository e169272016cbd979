package dev.pgmigrate.replay;

import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.DomainStatement.CreateDomain;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.AlterFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.PolicyStatement.AlterPolicy;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.PublicationStatement.AlterPublication;
import dev.pgmigrate.sql.ast.PublicationStatement.CreatePublication;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.RuleStatement;
import dev.pgmigrate.sql.ast.SchemaStatement;
import dev.pgmigrate.sql.ast.SequenceStatement.AlterSequence;
import dev.pgmigrate.sql.ast.SequenceStatement.CreateSequence;
import dev.pgmigrate.sql.ast.SessionStatement.Discard;
import dev.pgmigrate.sql.ast.SessionStatement.DiscardTarget;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.TypeStatement;
import dev.pgmigrate.sql.ast.ViewStatement;

/** Hands a statement to whoever knows what it does to the schema. */
final class Changes {
    private Changes() {}

    static void apply(Statement statement, Model model) {
        if (statement instanceof Making making) {
            make(making, model);
        } else if (statement instanceof DropStatement drop) {
            Removals.drop(drop, model);
        } else if (statement instanceof ObjectStatement object) {
            Renames.apply(object, model);
        } else if (statement instanceof GrantStatement grant) {
            Grants.apply(grant, model);
        } else if (!alter(statement, model)) {
            DataChanges.apply(statement, model);
        }
    }

    private static void make(Making statement, Model model) {
        if (statement instanceof TableStatement table) {
            TableCreation.create(table, model);
        } else if (statement instanceof ViewStatement view) {
            Creations.view(view, model);
        } else if (statement instanceof CreateIndex index) {
            IndexChanges.create(index, model);
        } else if (statement instanceof CreateFunction function) {
            TypeChanges.announce(function, model);
            Creations.routine(function, function.made(), function.options(), model);
        } else if (!makePart(statement, model)) {
            makeNamed(statement, model);
        }
    }

    /** What belongs to a table or view. */
    private static boolean makePart(Making statement, Model model) {
        if (statement instanceof CreateTrigger trigger) {
            Creations.trigger(trigger, model);
        } else if (statement instanceof CreatePolicy policy) {
            Creations.policy(policy, model);
        } else if (statement instanceof RuleStatement rule) {
            Creations.rule(rule, model);
        } else {
            return false;
        }
        return true;
    }

    private static void makeNamed(Making statement, Model model) {
        if (statement instanceof CreateSequence sequence) {
            Creations.sequence(sequence, model);
        } else if (statement instanceof Define define) {
            Creations.define(define, model);
        } else if (statement instanceof TypeStatement.Definition || statement instanceof CreateDomain) {
            TypeChanges.create(statement, model);
        } else if (statement instanceof SchemaStatement schema) {
            Others.create(schema, model);
        } else if (statement instanceof CreatePublication publication) {
            Publications.create(publication, model);
        } else {
            Others.create(statement, model);
        }
    }

    private static boolean alter(Statement statement, Model model) {
        if (statement instanceof AlterTable table) {
            RelationRights.alter(table, model);
            TableChanges.alter(table, model);
        } else if (statement instanceof RoleStatement role) {
            RelationRights.apply(role, model);
        } else if (statement instanceof TypeStatement type) {
            TypeChanges.alter(type, model);
        } else if (statement instanceof AlterDomain domain) {
            TypeChanges.alter(domain, model);
        } else if (statement instanceof AlterSequence sequence) {
            Creations.alter(sequence, model);
        } else if (statement instanceof Discard discard) {
            discard(discard, model);
        } else if (statement instanceof AlterFunction function) {
            Creations.alter(function, model);
        } else if (statement instanceof AlterPolicy policy) {
            Creations.alter(policy, model);
        } else if (statement instanceof AlterPublication publication) {
            Publications.alter(publication, model);
        } else {
            return false;
        }
        return true;
    }

    private static void discard(Discard statement, Model model) {
        if (statement.target() != DiscardTarget.PLANS && statement.target() != DiscardTarget.SEQUENCES) {
            model.timeline().linked(Topics.TEMPORARY).forEach(model::remove);
        }
    }
}
