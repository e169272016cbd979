package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Other;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who owns a relation, and what is granted on it, where a file changes its role (manual, 5.8 "Privileges"). What nobody can
 * tell counts as granted.
 */
public final class RelationRights {
    private static final String RIGHTS = "rights";
    private static final String OWNER = "owner ";
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
        return words(schema, relation.name()).stream()
                .filter(word -> word.startsWith(OWNER))
                .map(word -> word.substring(OWNER.length()))
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
        Set<String> words = words(schema, relation);
        String home = relation.schema().orElse("");
        for (String grantee : List.of(role, ANYBODY)) {
            String whole = grantee + " " + privilege;
            boolean granted = words.contains(whole)
                    || words(schema, all(home)).contains(grantee)
                    || words(schema, all("")).contains(grantee);
            boolean onColumns = columns.isEmpty()
                    ? words.stream().anyMatch(word -> word.startsWith(whole + " "))
                    : columns.stream().allMatch(column -> words.contains(whole + " " + column));
            if (granted || onColumns) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(Schema schema, QualifiedName name) {
        return schema.details(key(name));
    }

    static ObjectKey key(QualifiedName relation) {
        return ObjectKey.other(RIGHTS, relation);
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
                    change(model.schema().resolve(object.name()), model, words -> grant(grant, words));
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
            change(
                    all(schema),
                    model,
                    words -> grant.grantees()
                            .forEach(grantee -> words.add(grantee.name().text())));
        }
    }

    private static void grant(Grant grant, Set<String> words) {
        if (grant.grantOption() && !grant.isGrant()) {
            return;
        }
        for (RoleSpec grantee : grant.grantees()) {
            for (GrantStatement.Privilege privilege : grant.privileges()) {
                List<String> names = privilege.name().equals("all") ? ALL : List.of(privilege.name());
                for (String name : names) {
                    String whole = grantee.name().text() + " " + name;
                    if (!grant.isGrant() && privilege.columns().isEmpty()) {
                        words.removeIf(word -> word.equals(whole) || word.startsWith(whole + " "));
                    } else if (privilege.columns().isEmpty()) {
                        words.add(whole);
                    }
                    for (Name column : privilege.columns()) {
                        if (grant.isGrant()) {
                            words.add(whole + " " + column.text());
                        } else {
                            words.remove(whole + " " + column.text());
                        }
                    }
                }
            }
        }
    }

    static void alter(AlterTable statement, Model model) {
        for (AlterTableAction action : statement.actions()) {
            if (action instanceof AlterTableAction.OwnerTo to) {
                change(model.schema().resolve(statement.name()), model, words -> {
                    words.removeIf(word -> word.startsWith(OWNER));
                    words.add(OWNER + to.owner().name().text());
                });
            }
        }
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
        Set<String> words = model.schema().details(key(from));
        if (!words.isEmpty()) {
            change(to, model, moved -> moved.addAll(words));
        }
    }

    private static void change(QualifiedName name, Model model, Consumer<Set<String>> change) {
        Set<String> words = new HashSet<>(model.schema().details(key(name)));
        change.accept(words);
        model.timeline().put(key(name), new Other(name, ObjectType.TABLE, Set.copyOf(words), model.origin()));
    }
}
