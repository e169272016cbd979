package dev.pgmigrate.scaffold;

import dev.pgmigrate.template.Execution;
import dev.pgmigrate.template.Template;
import java.util.Map;

/**
 * The comments with which a new file begins.
 *
 * @param execution how the file will be executed
 * @param values the file's name, version, date and author
 */
record FileHead(Execution execution, Map<String, String> values) {
    /** Returns the head of a migration. */
    String of(Template migration) {
        String author = values.getOrDefault("author", "");
        return changeset(migration) + "-- Migration: " + values.get("name")
                + "\n-- Version: " + values.get("version")
                + "\n-- Date: " + values.get("date")
                + (author.isEmpty() ? "" : "\n-- Author: " + author);
    }

    /** Returns the head of a rollback. */
    String ofRollback(Template rollback) {
        return changeset(rollback) + "-- Rollback: " + values.get("name") + "\n-- Version: " + values.get("version");
    }

    /** Returns the lines with which Liquibase begins a file of SQL. */
    private String changeset(Template template) {
        if (execution != Execution.TRANSACTION_PER_CHANGESET) {
            return "";
        }
        String none = template.text().contains(" CONCURRENTLY ") ? " runInTransaction:false" : "";
        String author = values.getOrDefault("author", "").replaceAll("\\W+", "-");
        return "--liquibase formatted sql\n--changeset " + (author.isEmpty() ? "migrate" : author) + ":"
                + values.get("version") + none + "\n";
    }
}
