package dev.pgmigrate.undo;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TypeStatement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
            Pattern.compile("\\s*grant\\s+(.*)\\sto\\s+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

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
        if (statement instanceof ObjectStatement.Comment comment) {
            return List.of(
                    sql(definitions.comment(comment.object(), before).orElseGet(() -> noComment(comment)) + ";"));
        }
        if (statement instanceof PolicyStatement.AlterPolicy alter) {
            ObjectReference policy = new ObjectReference(
                    ObjectType.POLICY, ObjectName.of(alter.name()), alter.table(), null, alter.range());
            return replaced(policy, alter.table(), Optional.of(drop(policy, alter.table(), "")));
        }
        if (statement instanceof TypeStatement.RenameEnumValue rename) {
            return List.of(sql("ALTER TYPE " + rename.name().qualified().sql() + " RENAME VALUE "
                    + text(rename.newValue()) + " TO " + text(rename.value()) + ";"));
        }
        if (statement instanceof GrantStatement.Grant grant && grant.isGrant()) {
            return List.of(revoke(grant));
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
            case SELECT ->
                text(statement).contains("set_config") ? List.of() : decision("may change rows by what it calls.");
            case INSERT, UPDATE, DELETE, MERGE, COPY, TRUNCATE, CALL, DO ->
                decision("changes rows, and what they were is in no file.");
            case ALTER_ENUM -> decision("adds a label, which PostgreSQL cannot take away again.");
            default -> decision("has no undo that the files show.");
        };
    }

    private List<Undone> making(Making making) {
        if (making.temporary()) {
            return List.of();
        }
        ObjectReference made = making.made();
        if (made == null) {
            return making instanceof IndexStatement.CreateIndex index
                    ? unnamed(index)
                    : decision("has a made-up name.");
        }
        boolean wasThere = before.presence(before.target(making, made)) == Presence.PRESENT;
        if (wasThere && making.ifNotExists()) {
            return List.of();
        }
        Optional<Undone> drop = switch (made.type()) {
            case CAST,
                    OPERATOR,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY,
                    TRANSFORM,
                    USER_MAPPING,
                    DATABASE,
                    TABLESPACE,
                    SUBSCRIPTION -> Optional.empty();
            default -> Optional.of(drop(made, making.table(), concurrently(making)));
        };
        if (wasThere && making.orReplace()) {
            return replaced(made, making.table(), drop);
        }
        return drop.map(List::of).orElseGet(() -> decision("has no undo that is written here."));
    }

    private static String concurrently(Making making) {
        return making instanceof IndexStatement.CreateIndex index && index.concurrently() ? "CONCURRENTLY " : "";
    }

    /** Brings an old definition back: in place where the kind can be replaced, and its form is the same. */
    private List<Undone> replaced(ObjectReference object, @Nullable ObjectName table, Optional<Undone> drop) {
        Optional<String> old = definitions.object(object, table, before);
        if (old.isEmpty()) {
            return decision("replaces what no file shows.");
        }
        boolean inPlace = object.type() == ObjectType.FUNCTION || object.type() == ObjectType.PROCEDURE;
        Undone create = sql((inPlace ? CREATE.matcher(old.get()).replaceFirst("CREATE OR REPLACE ") : old.get()) + ";");
        return inPlace || drop.isEmpty() ? List.of(create) : List.of(drop.get(), create);
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
                sql(start + Identifier.quote(object.name().last().text()) + " ON "
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
        if (object.type() == ObjectType.TABLE) {
            return decision("takes away " + object.name() + " with its rows.").stream();
        }
        return definitions
                .object(object, null, before)
                .map(text -> Stream.<Undone>of(sql(text + ";")))
                .orElseGet(() -> decision("drops what no file shows.").stream());
    }

    private Undone renamed(ObjectStatement.Rename rename) {
        ObjectReference object = rename.object();
        ObjectName parent = object.parent();
        Name old = object.name().last();
        if (parent != null) {
            String kind = rename.relationType() == null ? "TABLE" : words(rename.relationType());
            String part = switch (object.type()) {
                case COLUMN -> "ALTER " + kind + " " + parent.qualified().sql() + " RENAME COLUMN ";
                case TABLE_CONSTRAINT -> "ALTER TABLE " + parent.qualified().sql() + " RENAME CONSTRAINT ";
                case TRIGGER, POLICY, RULE -> "";
                default -> null;
            };
            if (part != null && !part.isEmpty()) {
                return sql(part + quote(rename.newName()) + " TO " + quote(old) + ";");
            }
            return part == null
                    ? decision("has no undo that is written here.").get(0)
                    : sql("ALTER " + words(object.type()) + " " + quote(rename.newName()) + " ON "
                            + parent.qualified().sql() + " RENAME TO " + quote(old) + ";");
        }
        Name schema = object.name().schema();
        String now = (schema == null ? "" : quote(schema) + ".") + quote(rename.newName());
        String signature = object.signature() == null
                ? ""
                : Definitions.inputTypes(step, object.signature().parameters());
        return sql("ALTER " + words(object.type()) + " " + now + signature + " RENAME TO " + quote(old) + ";");
    }

    private Undone revoke(GrantStatement.Grant grant) {
        int start = grant.range().start();
        String text = step.file().source().text(grant.range());
        String grantees = text.substring(
                grant.grantees().get(0).range().start() - start,
                grant.grantees().get(grant.grantees().size() - 1).range().end() - start);
        Matcher head = GRANT_TO.matcher(
                text.substring(0, grant.grantees().get(0).range().start() - start));
        return head.matches()
                ? sql("REVOKE " + head.group(1).strip() + " FROM " + grantees + ";")
                : decision("has no undo that is written here.").get(0);
    }

    private String noComment(ObjectStatement.Comment comment) {
        String text = text(comment);
        return comment.text() == null ? text : COMMENT_TEXT.matcher(text).replaceFirst(" IS NULL");
    }

    private List<Undone> decision(String what) {
        return List.of(
                new Undone.Decision(RollbackDraft.quoted(step, step.statement().range()) + " " + what));
    }

    private String text(Node node) {
        return step.file().source().text(node.range()).strip();
    }

    private static String words(ObjectType type) {
        return type.words().toUpperCase(Locale.ROOT);
    }

    private static String quote(Name name) {
        return Identifier.quote(name.text());
    }

    private static Undone sql(String text) {
        return new Undone.Sql(text);
    }
}
