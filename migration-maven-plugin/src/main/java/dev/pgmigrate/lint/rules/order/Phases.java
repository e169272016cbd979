package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.PublicationStatement;
import dev.pgmigrate.sql.ast.SchemaStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.TypeStatement;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;
import java.util.List;

/** The order in which a migration makes things, so that each finds what it needs. */
final class Phases {
    /** The phases by name, first things first. */
    static final List<String> NAMES = List.of(
            "settings",
            "schemas and extensions",
            "types",
            "tables",
            "indexes",
            "triggers",
            "policies",
            "views",
            "publications");

    private Phases() {}

    /** Returns the phase of a statement. Statements that may stand anywhere have no phase: on rows, comments, grants, drops, functions, most of ALTER TABLE. */
    static String of(Statement statement) {
        if (statement instanceof SchemaStatement) {
            return "schemas and extensions";
        }
        if (statement instanceof TypeStatement || statement instanceof DomainStatement) {
            return "types";
        }
        if (statement instanceof CreateTable) {
            return "tables";
        }
        if (statement instanceof CreateIndex) {
            return "indexes";
        }
        if (statement instanceof CreateTrigger) {
            return "triggers";
        }
        if (statement instanceof CreatePolicy) {
            return "policies";
        }
        if (statement instanceof CreateView) {
            return "views";
        }
        return statement instanceof PublicationStatement ? "publications" : "";
    }
}
