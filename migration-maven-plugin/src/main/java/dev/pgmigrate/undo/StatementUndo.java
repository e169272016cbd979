package dev.pgmigrate.undo;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.FunctionExpression;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TypeStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Undoes one statement, as far as the files show what was there before it. */
final class StatementUndo {
    private static final Pattern CREATE =
            Pattern.compile("^\\s*create\\s+(?:or\\s+replace\\s+)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENT_TEXT =
            Pattern.compile("\\s+is\\s+(?:[ebu&]{0,2}'.*|\\$.*)$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern GRANT_TO =
            Pattern.compile("(.*?)\\bgrant\\s+(.*)\\sto\\s+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Step step;
    private final Schema before;
    private final Definitions definitions;

    StatementUndo(Step step, Definitions definitions) {
        this.step = step;
        this.before = step.before();
        this.definitions = definitions;
    }

    List<Undone> undo() {
        Statement statement = step.statement();
        if (statement instanceof Making making) {
            return making(making);
        }
        if (statement instanceof DropStatement drop) {
            return drop.objects().stream()
                    .flatMap(object -> dropped(drop, object))
                    .toList();
        }
        if (statement instanceof TableStatement.AlterTable alter) {
            return TableUndo.of(step, alter, definitions);
        }
        if (statement instanceof ObjectStatement.Rename rename) {
            return List.of(renamed(rename));
        }
        if (statement instanceof ObjectStatement.SetSchema move) {
            return movedBack(move);
        }
        if (statement instanceof ObjectStatement.Comment comment) {
            return List.of(
                    sql(definitions.comment(comment.object(), null, before).orElseGet(() -> noComment(comment)) + ";"));
        }
        if (statement instanceof PolicyStatement.AlterPolicy alter) {
            ObjectReference policy = ObjectReference.of(ObjectType.POLICY, alter.name(), alter.table());
            return replaced(policy, alter.table(), drop(policy, alter.table(), ""));
        }
        if (statement instanceof FunctionStatement.AlterFunction alter) {
            return broughtBack(definitions.inPlace(alter.function(), before));
        }
        if (statement instanceof TypeStatement.RenameEnumValue rename) {
            return List.of(sql("ALTER TYPE " + rename.name().qualified().sql() + " RENAME VALUE "
                    + text(rename.newValue()) + " TO " + text(rename.value()) + ";"));
        }
        if (statement instanceof GrantStatement.Grant grant && grant.isGrant()) {
            return List.of(revoke(grant, grant));
        }
        if (statement instanceof GrantStatement.AlterDefaultPrivileges alter && alter.isGrant()) {
            return List.of(revoke(alter, alter.grant()));
        }
        return others(statement);
    }

    /** What changes no schema needs no undo; what changes rows needs a person. */
    private List<Undone> others(Statement statement) {
        return switch (statement.kind()) {
            case VARIABLE_SET,
                    VARIABLE_SHOW,
                    TRANSACTION,
                    LOCK,
                    VACUUM,
                    REINDEX,
                    CLUSTER,
                    CHECK_POINT,
                    DISCARD,
                    CONSTRAINTS_SET,
                    EXPLAIN,
                    NOTIFY,
                    LISTEN,
                    UNLISTEN,
                    REFRESH_MAT_VIEW -> List.of();
            case SELECT -> isHarmless(statement) ? List.of() : lost("may change rows by what it calls.");
            case INSERT, UPDATE, DELETE, MERGE, COPY, TRUNCATE, CALL, DO ->
                lost("changes rows, and what they were is in no file.");
            case ALTER_ENUM -> lost("adds a label, which PostgreSQL cannot take away again.");
            default -> unseen("has no undo that the files show.");
        };
    }

    private boolean isHarmless(Statement statement) {
        return text(statement).contains("set_config")
                || Nodes.preOrder(statement)
                        .noneMatch(node -> node instanceof FunctionExpression.FuncCall || node instanceof DmlStatement);
    }

    private List<Undone> making(Making making) {
        if (making.temporary()) {
            return List.of();
        }
        ObjectReference made = making.made();
        if (made == null) {
            return making instanceof IndexStatement.CreateIndex index ? unnamed(index) : unseen("has a made-up name.");
        }
        boolean wasThere = before.presence(before.target(making, made)) == Presence.PRESENT;
        if (wasThere && !making.orReplace()) {
            return List.of(); // IF NOT EXISTS, or a DO that asks first
        }
        switch (made.type()) {
            case CAST,
                    OPERATOR,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY,
                    TRANSFORM,
                    USER_MAPPING,
                    DATABASE,
                    TABLESPACE,
                    SUBSCRIPTION -> {
                return unseen("has no undo that is written here.");
            }
            default -> {
                Undone drop = drop(made, making.table(), concurrently(making));
                return wasThere ? replaced(made, making.table(), drop) : List.of(drop);
            }
        }
    }

    private static String concurrently(Making making) {
        return making instanceof IndexStatement.CreateIndex index && index.concurrently() ? "CONCURRENTLY " : "";
    }

    /** Brings an old definition back: in place where the kind can be replaced, and its form is the same. */
    private List<Undone> replaced(ObjectReference object, @Nullable ObjectName table, Undone drop) {
        if (object.type() == ObjectType.FUNCTION || object.type() == ObjectType.PROCEDURE || givesTheSame(object)) {
            return broughtBack(definitions.inPlace(object, before));
        }
        List<String> old = definitions.object(object, table, before);
        if (old.isEmpty()) {
            return unseen("replaces what no file shows.");
        }
        return Stream.concat(Stream.of(drop), restored(object, table, old)).toList();
    }

    /** A view can be replaced in its place while its columns stay (manual, CREATE VIEW). */
    private boolean givesTheSame(ObjectReference object) {
        if (object.type() != ObjectType.VIEW) {
            return false;
        }
        SchemaObject.View old = before.view(object.name().qualified()).orElse(null);
        SchemaObject.View now = step.after().view(object.name().qualified()).orElse(null);
        return old != null
                && now != null
                && old.output() != null
                && old.output().equals(now.output());
    }

    private List<Undone> broughtBack(List<String> old) {
        if (old.isEmpty()) {
            return unseen("replaces what no file shows.");
        }
        List<Undone> statements = new ArrayList<>();
        statements.add(sql(CREATE.matcher(old.get(0)).replaceFirst("CREATE OR REPLACE ") + ";"));
        old.subList(1, old.size()).forEach(text -> statements.add(sql(text + ";")));
        return statements;
    }

    private Stream<Undone> restored(ObjectReference object, @Nullable ObjectName table, List<String> definition) {
        return Stream.concat(definition.stream(), definitions.comment(object, table, before).stream())
                .map(text -> sql(text + ";"));
    }

    private List<Undone> unnamed(IndexStatement.CreateIndex index) {
        QualifiedName table = before.resolve(index.table());
        List<QualifiedName> earlier =
                before.indexesOf(table).stream().map(SchemaObject::name).toList();
        return step.after().indexesOf(table).stream()
                .map(SchemaObject::name)
                .filter(name -> !earlier.contains(name))
                .map(name -> sql("DROP INDEX " + concurrently(index) + "IF EXISTS " + name.sql() + ";"))
                .toList();
    }

    private Undone drop(ObjectReference object, @Nullable ObjectName table, String concurrently) {
        ObjectName parent = object.parent() == null ? table : object.parent();
        String kind = object.type().words().toUpperCase(Locale.ROOT);
        String start = "DROP " + kind + " " + concurrently + "IF EXISTS ";
        return switch (object.type()) {
            case TRIGGER, POLICY, RULE ->
                sql(start + Identifier.quoteIdent(object.name().last().text()) + " ON "
                        + (parent == null ? "" : parent.qualified().sql()) + ";");
            case INDEX -> {
                Name schema = parent == null ? null : parent.schema();
                ObjectName name = schema == null || object.name().schema() != null
                        ? object.name()
                        : object.name().in(schema.text());
                yield sql(start + name.qualified().sql() + ";");
            }
            default ->
                sql(start + object.name().qualified().sql()
                        + (object.signature() == null
                                ? ""
                                : Definitions.inputTypes(
                                        step, object.signature().parameters()))
                        + ";");
        };
    }

    private Stream<Undone> dropped(DropStatement drop, ObjectReference object) {
        Presence there = before.presence(object);
        if (there.isAbsent() || (drop.ifExists() && !there.isPresent())) {
            return Stream.of();
        }
        if (object.type() == ObjectType.TABLE || object.type() == ObjectType.FOREIGN_TABLE) {
            return lost("takes away " + object.name() + " with its rows.").stream();
        }
        if (drop.cascade() && object.type() == ObjectType.SCHEMA) {
            return lost("takes away all that is in " + object.name() + ".").stream();
        }
        ObjectReference found = withSignature(object);
        List<String> definition = definitions.object(found, null, before);
        return definition.isEmpty() ? unseen("drops what no file shows.").stream() : restored(found, null, definition);
    }

    /** {@code DROP FUNCTION f} means the only one of that name. */
    private ObjectReference withSignature(ObjectReference object) {
        if (object.signature() != null || object.parent() != null) {
            return object;
        }
        List<SchemaObject.Routine> routines = before.routines(before.resolve(object.name()));
        return routines.size() == 1 && routines.get(0).definition() instanceof FunctionStatement.CreateFunction create
                ? ObjectReference.of(
                        create.made().type(), object.name(), create.made().signature())
                : object;
    }

    private Undone renamed(ObjectStatement.Rename rename) {
        ObjectReference object = rename.object();
        ObjectName parent = object.parent();
        Name old = object.name().last();
        if (parent != null) {
            String kind = (rename.relationType() == null ? "TABLE" : words(rename.relationType())) + " IF EXISTS";
            String part = switch (object.type()) {
                case COLUMN -> "ALTER " + kind + " " + parent.qualified().sql() + " RENAME COLUMN ";
                case TABLE_CONSTRAINT ->
                    "ALTER TABLE IF EXISTS " + parent.qualified().sql() + " RENAME CONSTRAINT ";
                case TRIGGER, POLICY, RULE -> "";
                default -> null;
            };
            if (part != null && !part.isEmpty()) {
                return sql(part + quote(rename.newName()) + " TO " + quote(old) + ";");
            }
            return part == null
                    ? unseen("has no undo that is written here.").get(0)
                    : sql("ALTER " + words(object.type()) + " " + quote(rename.newName()) + " ON "
                            + parent.qualified().sql() + " RENAME TO " + quote(old) + ";");
        }
        Name schema = object.name().schema();
        String now = (schema == null ? "" : quote(schema) + ".") + quote(rename.newName());
        return sql(alterGuarded(object) + now + signature(object) + " RENAME TO " + quote(old) + ";");
    }

    private List<Undone> movedBack(ObjectStatement.SetSchema move) {
        ObjectReference object = move.object();
        String old = before.resolve(object.name()).schema().orElse("");
        if (before.presence(object).isAbsent() || old.equals(move.schema().text())) {
            return List.of();
        }
        return old.isEmpty()
                ? unseen("moves what no file shows.")
                : List.of(sql(alterGuarded(object) + quote(move.schema()) + "."
                        + quote(object.name().last()) + signature(object) + " SET SCHEMA " + Identifier.quoteIdent(old)
                        + ";"));
    }

    /** Only relations can be altered {@code IF EXISTS}. */
    private static String alterGuarded(ObjectReference object) {
        String guard = switch (object.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> "IF EXISTS ";
            default -> "";
        };
        return "ALTER " + words(object.type()) + " " + guard;
    }

    private String signature(ObjectReference object) {
        return object.signature() == null
                ? ""
                : Definitions.inputTypes(step, object.signature().parameters());
    }

    /** @param statement the grant, or what ends with it */
    private Undone revoke(Statement statement, GrantStatement.Grant grant) {
        List<RoleSpec> grantees = grant.grantees();
        SourceText source = step.file().source();
        int end = grantees.get(0).range().start();
        Matcher head =
                GRANT_TO.matcher(source.text(new SourceRange(statement.range().start(), end)));
        String from = source.text(
                grantees.get(0).range().to(grantees.get(grantees.size() - 1).range()));
        return head.matches()
                ? sql(head.group(1) + "REVOKE " + head.group(2).strip() + " FROM " + from + ";")
                : unseen("has no undo that is written here.").get(0);
    }

    private String noComment(ObjectStatement.Comment comment) {
        String text = text(comment);
        return comment.text() == null ? text : COMMENT_TEXT.matcher(text).replaceFirst(" IS NULL");
    }

    /** What is gone, or stays: only a person knows what to do about it. */
    private List<Undone> lost(String what) {
        return List.of(new Undone.Decision(quoted() + what, false));
    }

    private List<Undone> unseen(String what) {
        return List.of(new Undone.Decision(quoted() + what, true));
    }

    private String quoted() {
        return RollbackDraft.quoted(step, step.statement().range()) + " ";
    }

    private String text(Node node) {
        return step.file().source().text(node.range()).strip();
    }

    private static String words(ObjectType type) {
        return type.words().toUpperCase(Locale.ROOT);
    }

    private static String quote(Name name) {
        return Identifier.quoteIdent(name.text());
    }

    private static Undone sql(String text) {
        return new Undone.Sql(text);
    }
}
