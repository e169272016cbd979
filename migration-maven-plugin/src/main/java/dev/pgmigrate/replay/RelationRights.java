package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Other;
import dev.pgmigrate.replay.SchemaObject.Privileges;
import dev.pgmigrate.replay.SchemaObject.Privileges.Word;
import dev.pgmigrate.replay.SchemaObject.Relation;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.GrantStatement.Grant;
import dev.pgmigrate.sql.ast.GrantStatement.Scope;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.RoleStatement.AlterRole;
import dev.pgmigrate.sql.ast.RoleStatement.CreateRole;
import dev.pgmigrate.sql.ast.RoleStatement.RoleOption;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who owns a relation, and what is granted on it, where a file changes its role (manual, 5.8 "Privileges"). What nobody can
 * tell counts as granted.
 */
public final class RelationRights {
    /** Stands for each column, of which one was granted at that time. */
    private static final String ANY_COLUMN = "*";

    private static final String ANYBODY = "public";
    private static final List<String> ALL =
            List.of("select", "insert", "update", "delete", "truncate", "references", "trigger", "maintain");

    /** The options of a role that give it no right on what others own. */
    private static final Set<String> HARMLESS =
            Set.of("canlogin", "password", "connectionlimit", "validuntil", "inherit", "createdb", "createrole");

    private static final String IN_ROLE = "addroleto";
    private static final String ORDINARY = "ordinary";

    private RelationRights() {}

    /** Returns whether the files make the role, and neither a superuser of it nor a member of another one. */
    public static boolean isOrdinary(String role, Schema schema) {
        return schema.certain()
                .other(ObjectType.ROLE, QualifiedName.of(role))
                .filter(known -> known.details().contains(ORDINARY))
                .isPresent();
    }

    /** Returns the role that owns a relation, or null: whoever runs the files. */
    public static @Nullable String owner(Relation relation, Schema schema) {
        return schema.details(ownerKey(relation.name())).stream()
                .findFirst()
                .orElse(relation.origin().role());
    }

    /**
     * Returns whether a role may have a privilege on a relation that it does not own.
     *
     * @param privilege in lower case
     * @param columns where it is needed; empty for the whole, of which a right on one column may be enough
     */
    public static boolean mayHave(
            String role, String privilege, Collection<String> columns, QualifiedName relation, Schema schema) {
        List<QualifiedName> places = List.of(relation, all(relation.schema().orElse("")), all(""));
        if (places.stream().anyMatch(place -> !schema.isCertain(key(place)))) {
            return true;
        }
        for (String grantee : List.of(role, ANYBODY)) {
            PersistentMap<Word> words = schema.words(key(relation));
            String whole = grantee + " " + privilege;
            boolean granted = isGranted(words.get(whole))
                    || isGranted(schema.words(key(places.get(1))).get(grantee))
                    || isGranted(schema.words(key(places.get(2))).get(grantee));
            Collection<String> parts = columns.isEmpty() ? List.of(ANY_COLUMN) : columns;
            boolean onColumns = parts.stream()
                    .allMatch(column -> isGrantedSince(words.get(whole), words.get(whole + " " + column)));
            if (granted || onColumns) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGranted(@Nullable Word word) {
        return word != null && word.granted();
    }

    /** What is revoked on the whole is revoked on its columns. */
    private static boolean isGrantedSince(@Nullable Word whole, @Nullable Word column) {
        return column != null && column.granted() && (whole == null || whole.granted() || column.time() > whole.time());
    }

    static ObjectKey key(QualifiedName relation) {
        return ObjectKey.other("rights", relation);
    }

    static ObjectKey ownerKey(QualifiedName relation) {
        return ObjectKey.other("owner", relation);
    }

    /** What is granted on all tables of a schema, or on those to come, is not told apart. */
    private static QualifiedName all(String schema) {
        return QualifiedName.of("all of", schema);
    }

    static void apply(GrantStatement statement, Model model) {
        if (statement instanceof Grant grant && grant.objectType() == ObjectType.TABLE) {
            for (ObjectReference object : grant.objects()) {
                if (grant.scope() == Scope.ALL_IN_SCHEMA) {
                    toAll(object.name().last().text(), grant, model);
                } else {
                    grant(grant, model.schema().resolve(object.name()), model);
                }
            }
        } else if (statement instanceof GrantStatement.AlterDefaultPrivileges defaults) {
            defaults.inSchemas().forEach(schema -> toAll(schema.text(), defaults.grant(), model));
            if (defaults.inSchemas().isEmpty()) {
                toAll("", defaults.grant(), model);
            }
        } else if (statement instanceof GrantStatement.GrantRole members && members.isGrant()) {
            members.grantees().forEach(member -> extraordinary(member.name(), model));
        }
    }

    private static void toAll(String schema, Grant grant, Model model) {
        if (grant.isGrant()) {
            PersistentMap<Word> words = model.schema().words(key(all(schema)));
            for (RoleSpec grantee : grant.grantees()) {
                words = words.with(grantee.name().text(), now(true, model));
            }
            put(all(schema), words, model);
        }
    }

    private static void grant(Grant grant, QualifiedName relation, Model model) {
        if (grant.grantOption() && !grant.isGrant()) {
            return;
        }
        Word word = now(grant.isGrant(), model);
        PersistentMap<Word> words = model.schema().words(key(relation));
        for (RoleSpec grantee : grant.grantees()) {
            for (GrantStatement.Privilege privilege : grant.privileges()) {
                for (String name : privilege.name().equals("all") ? ALL : List.of(privilege.name())) {
                    String whole = grantee.name().text() + " " + name;
                    if (privilege.columns().isEmpty()) {
                        words = words.with(whole, word);
                    } else if (grant.isGrant()) {
                        words = words.with(whole + " " + ANY_COLUMN, word);
                    }
                    for (Name column : privilege.columns()) {
                        words = words.with(whole + " " + column.text(), word);
                    }
                }
            }
        }
        put(relation, words, model);
    }

    private static Word now(boolean granted, Model model) {
        return new Word(granted, model.timeline().now());
    }

    private static void put(QualifiedName name, PersistentMap<Word> words, Model model) {
        model.timeline().put(key(name), new Privileges(name, words, model.origin()));
    }

    static void alter(AlterTable statement, Model model) {
        for (AlterTableAction action : statement.actions()) {
            if (action instanceof AlterTableAction.OwnerTo to) {
                own(
                        model.schema().resolve(statement.name()),
                        Set.of(to.owner().name().text()),
                        model);
            }
        }
    }

    private static void own(QualifiedName relation, Set<String> owner, Model model) {
        model.timeline().put(ownerKey(relation), new Other(relation, ObjectType.TABLE, owner, model.origin()));
    }

    static void apply(RoleStatement statement, Model model) {
        if (statement instanceof AlterRole alter && !areHarmless(alter.options())) {
            extraordinary(alter.role().name(), model);
            alter.options().forEach(option -> option.roles().forEach(role -> extraordinary(role.name(), model)));
        }
    }

    /** Returns what is kept of a new role: whether it has no rights but its own. */
    static Set<String> details(CreateRole role) {
        return areHarmless(role.options()) ? Set.of(ORDINARY) : Set.of();
    }

    /** The members that a new role gets are more than themselves from then on. */
    static void members(CreateRole role, Model model) {
        role.options().stream()
                .filter(option -> !option.name().equals(IN_ROLE))
                .forEach(option -> option.roles().forEach(member -> extraordinary(member.name(), model)));
    }

    private static boolean areHarmless(List<RoleOption> options) {
        return options.stream()
                .allMatch(option ->
                        HARMLESS.contains(option.name().toLowerCase(Locale.ROOT)) || "false".equals(option.value()));
    }

    private static void extraordinary(Name role, Model model) {
        ObjectKey key = Schema.otherKey(ObjectType.ROLE, QualifiedName.of(role.text()));
        if (model.timeline().get(key, model.timeline().now()) instanceof Other known) {
            model.timeline().put(key, new Other(known.name(), known.kind(), Set.of(), known.origin()));
        }
    }

    static void move(QualifiedName from, QualifiedName to, Model model) {
        PersistentMap<Word> words = model.schema().words(key(from));
        if (!words.isEmpty()) {
            put(to, words, model);
        }
        Set<String> owner = model.schema().details(ownerKey(from));
        if (!owner.isEmpty()) {
            own(to, owner, model);
        }
    }
}
