package dev.pgmigrate.proof.body;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.proof.body.Routine.CalledBy;
import dev.pgmigrate.proof.body.Routine.Trigger;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import dev.pgmigrate.sql.plpgsql.PlBranching;
import dev.pgmigrate.sql.plpgsql.PlDeclaration;
import dev.pgmigrate.sql.plpgsql.PlLoop;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlStatements;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import dev.pgmigrate.sql.plpgsql.PlpgsqlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Probe} of a body in PL/pgSQL. */
final class ProbeWriter {
    /** Does not occur in a body, and in dollar quotes every body stands as it is. */
    private static final String QUOTE = "$migrate_probe_body$";

    private static final Pattern VARIABLE_CONFLICT = Pattern.compile("(?i)#variable_conflict\\s+\\w+");

    /** Whoever asks the catalog first may have statements that are not for every database. */
    private static final Pattern CATALOG = Pattern.compile(
            "(?i)\\b(information_schema|pg_[a-z_]+|to_reg[a-z]+|tg_table_name|tg_relname|tg_table_schema)\\b");

    private static final List<String> OF_TRIGGER = List.of(
            "tg_name name;",
            "tg_when text;",
            "tg_level text;",
            "tg_op text;",
            "tg_relid oid;",
            "tg_relname name;",
            "tg_table_name name;",
            "tg_table_schema name;",
            "tg_nargs integer;",
            "tg_argv text[];");
    private static final List<String> OF_EVENT_TRIGGER = List.of("tg_event text;", "tg_tag text;");

    private final ProbeText text;
    private final ProbeStatements simple;

    private ProbeWriter(SourceText source) {
        this.text = new ProbeText(source, QUOTE.length());
        this.simple = new ProbeStatements(text);
    }

    /**
     * Returns the probe of a routine; empty if its body cannot be read.
     *
     * @param triggerOrNull the trigger that calls it, or null
     */
    static Optional<Probe> of(Routine routine, @Nullable Trigger triggerOrNull) {
        SourceText source = SourceText.of(QUOTE + routine.source() + QUOTE);
        PlpgsqlBody body =
                PlpgsqlParser.parse(source, new SourceRange(0, source.text().length()));
        return body.errors().isEmpty()
                ? body.block().map(block -> new ProbeWriter(source).probe(routine, block, triggerOrNull))
                : Optional.empty();
    }

    private Probe probe(Routine routine, PlBlock block, @Nullable Trigger triggerOrNull) {
        Matcher conflict = VARIABLE_CONFLICT.matcher(routine.source());
        String option = conflict.find() ? conflict.group() : "";
        List<String> outside = new ArrayList<>();
        outside.add(ProbeText.declaration());
        if (routine.calledBy() == CalledBy.TRIGGER) {
            String row = triggerOrNull == null ? " record;" : " " + triggerOrNull.table() + "%ROWTYPE;";
            outside.add("new" + row);
            outside.add("old" + row);
            outside.addAll(OF_TRIGGER);
            if (triggerOrNull == null) {
                simple.isRecord("new");
                simple.isRecord("old");
            }
        } else if (routine.calledBy() == CalledBy.EVENT_TRIGGER) {
            outside.addAll(OF_EVENT_TRIGGER);
        }
        text.open("", outside);
        block(block);
        text.close();
        String name = "pg_temp." + routine.quotedName();
        String path = routine.searchPathOrNull() == null
                ? ""
                : "SELECT pg_catalog.set_config('search_path', " + Literal.quote(routine.searchPathOrNull())
                        + ", true); ";
        String transitions = triggerOrNull == null
                ? ""
                : triggerOrNull.transitions().stream()
                        .map(table -> "CREATE TEMPORARY TABLE " + table + " (LIKE " + triggerOrNull.table() + "); ")
                        .collect(Collectors.joining());
        String create = path + transitions + "CREATE FUNCTION " + name + "(" + String.join(", ", routine.parameters())
                + ") RETURNS SETOF pg_catalog.text LANGUAGE plpgsql AS " + QUOTE + option + "\n" + text
                + QUOTE;
        String call = "SELECT * FROM " + name + "("
                + routine.parameters().stream().map(parameter -> "NULL").collect(Collectors.joining(", ")) + ")";
        return new Probe(create, call, text.pieces(), text.unknown());
    }

    private void block(PlBlock block) {
        List<String> declarations = new ArrayList<>();
        block.declarations().forEach(declaration -> declarations.add(declared(declaration)));
        text.open(label(block.label()), declarations);
        text.enter(block.handlers());
        for (PlDeclaration declaration : block.declarations()) {
            declare(declaration);
        }
        statements(block.statements());
        text.leave();
        for (PlBlock.Handler handler : block.handlers()) {
            text.open("", List.of("sqlstate text;", "sqlerrm text;"));
            branch(handler.statements());
            text.close();
        }
        text.close();
    }

    private static String label(@Nullable Name label) {
        return label == null ? "" : "<<" + Identifier.quote(label.text()) + ">>";
    }

    private String declared(PlDeclaration declaration) {
        if (declaration instanceof PlDeclaration.Variable variable) {
            return text.of(variable.name().range()) + " "
                    + text.of(variable.type().range()) + ";";
        }
        if (declaration instanceof PlDeclaration.Cursor cursor) {
            return text.of(cursor.name().range()) + " refcursor;";
        }
        PlDeclaration.Alias alias = (PlDeclaration.Alias) declaration;
        return text.of(alias.name().range()) + " ALIAS FOR "
                + text.of(alias.target().range()) + ";";
    }

    private void declare(PlDeclaration declaration) {
        if (declaration instanceof PlDeclaration.Variable variable) {
            if (text.of(variable.type().range()).equalsIgnoreCase("record")) {
                simple.isRecord(variable.name().text());
            }
            Expression value = variable.value();
            if (value != null) {
                simple.expression(value);
                simple.assigned(variable.name().text());
            }
        } else if (declaration instanceof PlDeclaration.Cursor cursor) {
            simple.isCursor(cursor);
        }
    }

    private void statements(PlStatements statements) {
        statements.forEach(this::statement);
    }

    /** What a branch puts into records is not known behind it, where another one may have run. */
    private void branch(PlStatements statements) {
        int before = simple.assignments();
        statements(statements);
        simple.forgetSince(before);
    }

    private void statement(PlStatement statement) {
        if (statement instanceof PlBlock block) {
            block(block);
        } else if (statement instanceof PlBranching branching) {
            branching(branching);
        } else if (statement instanceof PlLoop loop) {
            loop(loop);
        } else {
            simple.write((PlStatement.Simple) statement);
        }
    }

    private void branching(PlBranching branching) {
        branching.expressions().forEach(simple::expression);
        boolean asks = branching.expressions().stream()
                .anyMatch(
                        condition -> CATALOG.matcher(text.of(condition.range())).find());
        text.guard(asks ? 1 : 0);
        branching.branches().forEach(branch -> branch(branch.statements()));
        PlStatements otherwise = branching.otherwise();
        if (otherwise != null) {
            branch(otherwise);
        }
        text.guard(asks ? -1 : 0);
    }

    private void loop(PlLoop loop) {
        if (loop instanceof PlLoop.ForInteger integer) {
            integer.expressions().forEach(simple::expression);
            text.open(label(loop.label()), List.of(text.of(integer.variable().range()) + " integer;"));
            statements(loop.body());
            text.close();
        } else if (loop instanceof PlLoop.ForCursor cursor) {
            cursor.arguments().forEach(simple::expression);
            String target = text.of(cursor.target().range());
            text.open(label(loop.label()), List.of(target + " record;"));
            simple.isRecord(cursor.target().last().text());
            simple.fetched(target, cursor.cursor());
            statements(loop.body());
            text.close();
        } else {
            header(loop);
            statements(loop.body());
        }
    }

    private void header(PlLoop loop) {
        if (loop instanceof PlLoop.ForQuery query) {
            simple.query(query.query(), query.targets());
        } else {
            loop.expressions().forEach(simple::expression);
        }
        if (loop instanceof PlLoop.ForExecute execute) {
            simple.isDynamic(execute.targets());
        } else if (loop instanceof PlLoop.Foreach each) {
            simple.targets(each.targets());
            simple.forget(each.targets());
        }
    }
}
