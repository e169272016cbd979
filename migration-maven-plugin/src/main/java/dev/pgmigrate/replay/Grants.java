package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Privileges;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.GrantStatement.Grant;
import dev.pgmigrate.sql.ast.GrantStatement.Scope;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replays {@code GRANT} and {@code REVOKE}: who may read a relation, and who may run a routine. */
final class Grants {
    private static final String READ = "select";
    private static final String RUN = "execute";
    private static final String EVERYBODY = "public";
    /** The roles that Supabase and most hosts run migrations as, so that what is said for them holds for what the files make. */
    private static final String HOST = "postgres";

    private Grants() {}

    static ObjectKey onRelation(QualifiedName relation) {
        return ObjectKey.other("privilege " + READ, relation);
    }

    static ObjectKey onRoutine(QualifiedName routine, String signature) {
        return ObjectKey.other("privilege " + RUN + " (" + signature + ")", routine);
    }

    private static ObjectKey byDefault(String privilege, String schema) {
        return ObjectKey.other("default privilege " + privilege, QualifiedName.of(schema));
    }

    static void apply(GrantStatement statement, Model model) {
        if (statement instanceof Grant grant) {
            String privilege = privilege(grant);
            if (privilege != null) {
                apply(grant, privilege, model);
            }
        } else if (statement instanceof GrantStatement.AlterDefaultPrivileges defaults && isForOurs(defaults)) {
            applyDefaults(defaults, model);
        }
    }

    private static void apply(Grant grant, String privilege, Model model) {
        boolean read = privilege.equals(READ);
        for (ObjectReference object : grant.objects()) {
            if (grant.scope() == Scope.ALL_IN_SCHEMA) {
                everyOne(grant, object.name().last().text(), read, model);
            } else if (read) {
                note(onRelation(model.schema().resolve(object.name())), grant, model);
            } else {
                String signature = Signatures.of(object);
                for (SchemaObject.Routine routine :
                        model.schema().routines(object.name().qualified())) {
                    if (signature == null || signature.equals(routine.signature())) {
                        note(onRoutine(routine.name(), routine.signature()), grant, model);
                    }
                }
            }
        }
    }

    private static void everyOne(Grant grant, String schema, boolean read, Model model) {
        for (SchemaObject object : model.timeline()
                .all(key -> schema.equals(key.schema()), model.timeline().now())) {
            if (read && (object instanceof Table || object instanceof SchemaObject.View)) {
                note(onRelation(object.name()), grant, model);
            } else if (!read && object instanceof SchemaObject.Routine routine) {
                note(onRoutine(routine.name(), routine.signature()), grant, model);
            }
        }
    }

    private static void note(ObjectKey key, Grant grant, Model model) {
        PersistentMap<Boolean> roles = said(key, model);
        for (RoleSpec grantee : grant.grantees()) {
            roles = roles.with(grantee.name().text(), grant.isGrant());
        }
        put(key, roles, model);
    }

    /** What a schema's defaults revoke takes back only what a schema's defaults granted, never PostgreSQL's own. */
    private static void applyDefaults(GrantStatement.AlterDefaultPrivileges statement, Model model) {
        Grant grant = statement.grant();
        String privilege = privilege(grant);
        if (privilege == null) {
            return;
        }
        if (statement.inSchemas().isEmpty()) {
            note(byDefault(privilege, ""), grant, model);
        }
        boolean builtIn = privilege.equals(RUN) && !grant.isGrant();
        for (Name schema : statement.inSchemas()) {
            ObjectKey key = byDefault(privilege, schema.text());
            PersistentMap<Boolean> roles = said(key, model);
            for (RoleSpec grantee : grant.grantees()) {
                String role = grantee.name().text();
                if (!builtIn || !role.equals(EVERYBODY)) {
                    roles = roles.with(role, grant.isGrant());
                }
            }
            put(key, roles, model);
        }
    }

    /** Gives a new view what the defaults in force give it. */
    static void toNewRelation(QualifiedName relation, Model model) {
        inherit(READ, onRelation(relation), model);
    }

    /** Gives a new routine what the defaults in force give it. */
    static void toNewRoutine(QualifiedName routine, String signature, Model model) {
        inherit(RUN, onRoutine(routine, signature), model);
    }

    /** Takes what is granted along to another name. */
    static void move(ObjectKey from, ObjectKey to, Model model) {
        PersistentMap<Boolean> roles = said(from, model);
        if (!roles.isEmpty()) {
            put(to, roles, model);
        }
    }

    static void moveDefaults(String from, String to, Model model) {
        for (String privilege : List.of(READ, RUN)) {
            move(byDefault(privilege, from), byDefault(privilege, to), model);
        }
        forgetDefaults(from, model);
    }

    /** With a schema goes what new objects in it were given. */
    static void forgetDefaults(String schema, Model model) {
        for (String privilege : List.of(READ, RUN)) {
            if (!said(byDefault(privilege, schema), model).isEmpty()) {
                model.timeline().remove(byDefault(privilege, schema));
            }
        }
    }

    private static void inherit(String privilege, ObjectKey key, Model model) {
        PersistentMap<Boolean> global = said(byDefault(privilege, ""), model);
        PersistentMap<Boolean> own = said(byDefault(privilege, key.schema() == null ? "" : key.schema()), model);
        if (!global.isEmpty() || !own.isEmpty()) {
            put(key, global.with(own), model);
        }
    }

    private static PersistentMap<Boolean> said(ObjectKey key, Model model) {
        return model.timeline().get(key, model.timeline().now()) instanceof Privileges privileges
                ? privileges.roles()
                : PersistentMap.empty();
    }

    private static void put(ObjectKey key, PersistentMap<Boolean> roles, Model model) {
        QualifiedName name = new QualifiedName(key.schema(), key.name());
        model.timeline().put(key, new Privileges(name, roles, model.origin()));
    }

    private static boolean isForOurs(GrantStatement.AlterDefaultPrivileges statement) {
        List<RoleSpec> roles = statement.forRoles();
        for (RoleSpec role : roles) {
            if (role.kind() != RoleSpec.Kind.NAMED || role.name().text().equals(HOST)) {
                return true;
            }
        }
        return roles.isEmpty();
    }

    /** Returns what the statement is about, or null if it is neither reading nor running. */
    private static @Nullable String privilege(Grant grant) {
        ObjectType type = grant.objectType();
        boolean routines = type == ObjectType.FUNCTION || type == ObjectType.PROCEDURE || type == ObjectType.ROUTINE;
        if (!routines && type != ObjectType.TABLE) {
            return null;
        }
        String wanted = routines ? RUN : READ;
        for (GrantStatement.Privilege privilege : grant.privileges()) {
            boolean named = privilege.name().equals(wanted) || privilege.name().equals("all");
            if (named && privilege.columns().isEmpty() && !(grant.grantOption() && !grant.isGrant())) {
                return wanted;
            }
        }
        return null;
    }
}
