package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.RuleStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import dev.pgmigrate.sql.ast.ViewStatement.CreateView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the columns that a statement names but its tables certainly do not have. */
public final class MissingColumns {
    /** Names of their own for OLD and NEW (PostgreSQL 18), which the tree does not keep. */
    private static final Pattern RENAMED_ROWS = Pattern.compile("(?i)\\breturning\\s+with\\b");

    /** A block without any of these has no variables of its own. */
    private static final Pattern DECLARING = Pattern.compile("(?i)\\b(declare|for|foreach)\\b");

    private static final Set<String> SPECIAL = Set.of("found", "sqlerrm", "sqlstate");

    private MissingColumns() {}

    /** Returns each of them once, at its first occurrence. */
    public static List<ColumnUses.Use> of(LintContext context) {
        if (isSkipped(context)) {
            return List.of();
        }
        Schema before = context.schema().certain();
        Set<String> seen = new HashSet<>();
        List<ColumnUses.Use> missing = new ArrayList<>();
        for (ColumnUses.Use use : uses(context, before)) {
            if (isMissing(use, use.own() ? context.schemaAfter().certain() : before)
                    && seen.add(use.table() + "." + use.column().text())) {
                missing.add(use);
            }
        }
        return missing;
    }

    /** Returns the first that the statement finds, but does not drop, and would no longer find if the file ran again. */
    public static Optional<ColumnUses.Use> onSecondRun(LintContext context) {
        Schema again = context.secondRun();
        List<String> dropped = dropped(context.statement());
        return uses(context, again).stream()
                .filter(use -> !use.own() && !dropped.contains(use.column().text()))
                .filter(use -> isMissing(use, again) && !isMissing(use, context.schema()))
                .findFirst();
    }

    private static List<String> dropped(Statement statement) {
        return statement instanceof AlterTable alter
                ? alter.actions().stream()
                        .filter(AlterTableAction.DropColumn.class::isInstance)
                        .map(action ->
                                ((AlterTableAction.DropColumn) action).name().text())
                        .toList()
                : List.of();
    }

    private static List<ColumnUses.Use> uses(LintContext context, Schema schema) {
        List<ColumnUses.Use> uses = new ArrayList<>(ColumnUses.of(context.statement()));
        if (mayQuery(context.statement().kind())) {
            uses.addAll(QueryColumnUses.of(context.nodes(), schema, variables(context))
                    .uses());
        }
        return uses;
    }

    /** Returns the names in the queries of a statement that stand for no table around them, or for no column of one. */
    public static List<QueryColumnUses.Stranger> strangers(LintContext context) {
        return mayQuery(context.statement().kind())
                ? QueryColumnUses.of(context.nodes(), context.schema().certain(), variables(context))
                        .strangers()
                : List.of();
    }

    /** What a body in SQL can name beside columns are its parameters, by themselves or behind its own name. */
    private static @Nullable Set<String> variables(LintContext context) {
        if (RENAMED_ROWS.matcher(context.text(context.statement())).find()) {
            return null;
        }
        if (context.place() == Place.FILE || keepsItsQuery(context.statement())) {
            return Set.of();
        }
        if (context.step().outer() instanceof DoStatement block) {
            boolean declares = DECLARING.matcher(context.text(block)).find();
            return declares ? null : SPECIAL;
        }
        if (!(context.step().outer() instanceof CreateFunction function)
                || !function.language().equals("sql")) {
            return null;
        }
        Set<String> names = new HashSet<>(Set.of(function.name().last().text()));
        Stream.concat(function.parameters().stream(), function.tableColumns().stream())
                .map(FunctionParameter::name)
                .filter(Objects::nonNull)
                .forEach(name -> names.add(name.text()));
        return names;
    }

    /** In what is kept as it is written, PL/pgSQL puts no value in place of a variable (manual, Variable Substitution). */
    private static boolean keepsItsQuery(Statement statement) {
        return statement instanceof CreateView
                || statement instanceof PolicyStatement
                || statement instanceof RuleStatement;
    }

    /** The server refuses queries in the expressions of the others. */
    private static boolean mayQuery(StatementKind kind) {
        return switch (kind) {
            case CREATE_TABLE, ALTER_TABLE, CREATE_INDEX, CREATE_TRIG, RENAME, COMMENT -> false;
            default -> true;
        };
    }

    /** If the table already exists, the whole statement is skipped or refused. */
    private static boolean isSkipped(LintContext context) {
        return context.statement() instanceof CreateTable create
                && context.schema().relationPresence(create.name().qualified()).isPresent();
    }

    /** A function of one argument, a row of the table, can be written like a column. */
    private static boolean isMissing(ColumnUses.Use use, Schema schema) {
        String column = use.column().text();
        Table table = schema.table(use.table()).orElse(null);
        return table != null
                && table.lacks(column)
                && schema.routines(QualifiedName.of(column)).isEmpty();
    }
}
