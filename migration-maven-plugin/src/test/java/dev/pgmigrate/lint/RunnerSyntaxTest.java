package dev.pgmigrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.replay.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a runner reads before the server does is no syntax error of its files. */
class RunnerSyntaxTest {
    @TempDir
    private Path project;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'drop table ' || relname from pg_class where false \\gexec",
                "select count(*) as n from pg_class \\gset",
                "select 1 as a, 2 as b \\gset mine_",
                "select 1 \\g (format=csv) out.csv",
                "select 1 \\watch 2",
                "select :n;",
                "select :'v';",
                "create table :\"name\" (id bigint);",
                "create table :schema.notes (id bigint);",
                "select :{?n};"
            })
    void psqlsOwnWordsAreNoErrorForPsqlAlone(String sql) throws IOException {
        assertThat(errors(Runner.PSQL, sql + "\n")).doesNotContain("syntax-error");
        assertThat(errors(Runner.MIGRATE, sql + "\n")).contains("syntax-error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1 \\gnu", "select a : b;", "select ::n;", "selec :n;"})
    void whatPsqlDoesNotTakeEitherStaysAnError(String sql) throws IOException {
        assertThat(errors(Runner.PSQL, sql + "\n")).contains("syntax-error");
    }

    @Test
    void statementsBesideThemAreStillJudged() throws IOException {
        String sql =
                "create table notes (id bigint primary key);\nselect 1 \\gset\ncreate index i on notes (nothing);\n";
        assertThat(errors(Runner.PSQL, sql)).contains("unknown-column").doesNotContain("syntax-error");
    }

    /** The first column is there although a variable is its default; the second one nobody makes. */
    @Test
    void statementsWithVariablesAreFollowed() throws IOException {
        String sql = """
                create table notes (id bigint primary key, it text check (it <> 'a:b'), n int default :n);
                alter table notes add column owner text default :'owner';
                comment on table :"notes" is :'what';
                create schema :schema;
                create table :schema.tags (id bigint primary key, note text default 'it''s :owner');
                create index i on notes (owner, n);
                create index j on :schema.tags (note);
                """;
        assertThat(errors(Runner.PSQL, sql)).doesNotContain("syntax-error", "unknown-column", "unknown-object");
        assertThat(errors(Runner.PSQL, sql + "create index k on :schema.tags (nothing);\n"))
                .contains("unknown-column");
    }

    /** A delimiter is one at the end of a line, and of its own changeset alone. */
    @Test
    void statementsBeforeDelimitersAreFollowed() throws IOException {
        String sql = """
                --liquibase formatted sql
                --changeset shop:1 endDelimiter:/
                create table notes (id bigint primary key, n int default 4 / 2)
                /
                create function touch() returns trigger language plpgsql as $$ begin return new; end $$
                /
                --changeset shop:2 endDelimiter:GO
                create table tags (id bigint primary key, go text)
                GO
                --changeset shop:3
                create index i on notes (n);
                create index j on tags (go);
                """;
        assertThat(errors(Runner.LIQUIBASE, sql)).doesNotContain("syntax-error", "unknown-column", "unknown-object");
        assertThat(errors(Runner.LIQUIBASE, sql + "create index k on tags (nothing);\n"))
                .contains("unknown-column");
        assertThat(errors(Runner.LIQUIBASE, sql + "select 1\n/\n")).contains("syntax-error");
        assertThat(errors(Runner.FLYWAY, sql)).contains("syntax-error");
    }

    @Test
    void flywayReplacesInStringsToo() throws IOException {
        String sql = "create table if not exists notes (id bigint primary key, body text default 'Hi ${user}');\n";
        assertThat(errors(Runner.FLYWAY, sql)).contains("unresolved-placeholder");
        assertThat(errors(Runner.MIGRATE, sql)).doesNotContain("unresolved-placeholder");
    }

    private List<String> errors(Runner runner, String sql) throws IOException {
        Path folder = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(folder.resolve("20250101000000_notes.sql"), sql);
        Migrations migrations = Migrations.read(MigrationFolders.find(project, List.of(Path.of("migrations")), null));
        LintSettings settings = SettingsBuilder.defaults().runner(runner).build();
        return Linter.lint(migrations, settings, RuleCatalog.ALL, AppliedVersions.UNKNOWN).findings().stream()
                .map(finding -> finding.rule().value())
                .toList();
    }
}
