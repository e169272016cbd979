package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells which of the tables that a file makes, and of their columns, the same file explains by {@code COMMENT ON}. */
final class Comments {
    private Comments() {}

    /** Returns the tables that the file makes to stay; partitions are explained by their parent. */
    static List<CreateTable> tables(FileContext file) {
        List<CreateTable> tables = new ArrayList<>();
        for (Step step : file.steps().changes()) {
            if (step.place() == Place.FILE
                    && step.statement() instanceof CreateTable table
                    && table.persistence() != Persistence.TEMPORARY
                    && table.partitionOf() == null) {
                tables.add(table);
            }
        }
        return tables;
    }

    static boolean isOn(CreateTable table, FileContext file) {
        QualifiedName name = file.after().resolve(table.name());
        for (Step step : file.steps().changes()) {
            if (step.statement() instanceof ObjectStatement.Comment comment
                    && comment.object().type() == ObjectType.TABLE
                    && step.before().resolve(comment.object().name()).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the names of the columns that have one. */
    static Set<String> onColumns(CreateTable table, FileContext file) {
        QualifiedName name = file.after().resolve(table.name());
        Set<String> columns = new HashSet<>();
        for (Step step : file.steps().changes()) {
            if (step.statement() instanceof ObjectStatement.Comment comment
                    && comment.object().type() == ObjectType.COLUMN) {
                ObjectName parent = comment.object().parent();
                if (parent != null && step.before().resolve(parent).equals(name)) {
                    columns.add(comment.object().name().last().text());
                }
            }
        }
        return columns;
    }

    /** Returns the fix that puts a comment to be filled in behind the table. */
    static Fix stub(String object, CreateTable table, FileContext file) {
        String sql = "COMMENT ON " + object + " IS 'TODO';";
        return new Fix(List.of(StatementEdits.append(table, file.sql(), sql)));
    }
}
