package dev.pgmigrate.replay;

import dev.pgmigrate.sql.ast.DefineStatement.Define;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.FunctionStatement.AlterFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.PolicyStatement.AlterPolicy;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.PublicationStatement;
import dev.pgmigrate.sql.ast.RuleStatement;
import dev.pgmigrate.sql.ast.SequenceStatement.CreateSequence;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.TypeStatement;
import dev.pgmigrate.sql.ast.ViewStatement.CreateMaterializedView;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;

/** Hands a statement to whoever knows what it does to the schema. */
final class Changes {
    private Changes() {}

    static void apply(Statement statement, Model model) {
        if (statement instanceof TableStatement table) {
            apply(table, model);
        } else if (statement instanceof DropStatement drop) {
            Removals.drop(drop, model);
        } else if (statement instanceof CreateIndex index) {
            IndexChanges.create(index, model);
        } else if (statement instanceof TypeStatement type) {
            TypeChanges.apply(type, model);
        } else if (statement instanceof DomainStatement domain) {
            TypeChanges.apply(domain, model);
        } else if (statement instanceof GrantStatement grant) {
            Grants.apply(grant, model);
        } else if (statement instanceof PublicationStatement publication) {
            Publications.apply(publication, model);
        } else if (statement instanceof ObjectStatement.Rename rename) {
            Renames.rename(rename, model);
        } else if (statement instanceof ObjectStatement.SetSchema move) {
            Renames.setSchema(move, model);
        } else if (!create(statement, model)) {
            DataChanges.apply(statement, model);
            Others.create(statement, model);
        }
    }

    private static void apply(TableStatement statement, Model model) {
        if (statement instanceof TableStatement.Definition definition) {
            TableCreation.create(definition, model);
        } else if (statement instanceof TableStatement.CreateTableAs create) {
            TableCreation.createAs(create, model);
        } else if (statement instanceof TableStatement.AlterTable alter) {
            TableChanges.alter(alter, model);
        }
    }

    private static boolean create(Statement statement, Model model) {
        if (statement instanceof CreateView view) {
            Creations.view(view, model);
        } else if (statement instanceof CreateMaterializedView view) {
            Creations.view(view, model);
        } else if (statement instanceof CreateSequence sequence) {
            Creations.sequence(sequence, model);
        } else if (statement instanceof CreateFunction function) {
            Creations.routine(function, model);
        } else if (statement instanceof AlterFunction function) {
            Creations.alter(function, model);
        } else if (statement instanceof Define define) {
            Creations.define(define, model);
        } else if (statement instanceof CreateTrigger trigger) {
            Creations.trigger(trigger, model);
        } else if (statement instanceof CreatePolicy policy) {
            Creations.policy(policy, model);
        } else if (statement instanceof AlterPolicy policy) {
            Creations.policy(policy, model);
        } else if (statement instanceof RuleStatement rule) {
            Creations.rule(rule, model);
        } else {
            return false;
        }
        return true;
    }
}
