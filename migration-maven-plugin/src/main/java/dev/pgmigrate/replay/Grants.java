package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Privileges;
import dev.pgmigrate.replay.SchemaObject.Privileges.Word;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.GrantStatement.Grant;
import dev.pgmigrate.sql.ast.GrantStatement.Scope;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleSpec;
import java.util.ArrayList;
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

    /** What is said to all of a schema stands once, not at each of them: n roles and n tables would be n² words. */
    private static ObjectKey onAll(ObjectType type, @Nullable String schema) {
        return ObjectKey.other("privilege on all " + type.words(), QualifiedName.of(schema == null ? "" : schema));
    }

    /** Returns whether the last word on {@code role} reading a relation was a grant; unknown if there was none. */
    static Presence mayRead(QualifiedName relation, String role, Timeline timeline, int time) {
        return last(onRelation(relation), ObjectKey.relation(relation), role, timeline, time);
    }

    /** Returns whether the last word on {@code role} running a routine was a grant; unknown if there was none. */
    static Presence mayRun(QualifiedName routine, String signature, String role, Timeline timeline, int time) {
        return last(onRoutine(routine, signature), ObjectKey.routine(routine, signature), role, timeline, time);
    }

    private static Presence last(ObjectKey key, ObjectKey object, String role, Timeline timeline, int time) {
        Word word = said(key, timeline, time).get(role);
        ObjectType type = oneOfAll(object, timeline, time);
        Word all = type == null
                ? null
                : said(onAll(type, key.schema()), timeline, time).get(role);
        if (all != null
                && (word == null || word.time() < all.time())
                && oneOfAll(object, timeline, all.time()) == type
                && timeline.isThroughout(object, all.time(), time)) {
            word = all;
        }
        if (word == null) {
            return Presence.UNKNOWN;
        }
        return word.granted() ? Presence.PRESENT : Presence.ABSENT;
    }

    /**
     * Returns the type as which an object is one of all in its schema, or null. All tables are the tables and views without
     * the sequences, and all functions include the aggregates but not the procedures (PostgreSQL manual, GRANT).
     */
    private static @Nullable ObjectType oneOfAll(ObjectKey key, Timeline timeline, int time) {
        SchemaObject object = timeline.get(key, time);
        if (object instanceof SchemaObject.Routine routine) {
            return routine.kind() == ObjectType.PROCEDURE ? ObjectType.PROCEDURE : ObjectType.FUNCTION;
        }
        return object instanceof SchemaObject.TableOrView ? ObjectType.TABLE : null;
    }

    private static List<ObjectType> typesOfAll(ObjectType written) {
        return written == ObjectType.ROUTINE ? List.of(ObjectType.FUNCTION, ObjectType.PROCEDURE) : List.of(written);
    }

    static void apply(GrantStatement statement, Model model) {
        RelationRights.apply(statement, model);
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
                typesOfAll(grant.objectType())
                        .forEach(type -> note(onAll(type, object.name().last().text()), grant, model));
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

    private static void note(ObjectKey key, Grant grant, Model model) {
        PersistentMap<Word> roles = said(key, model);
        for (RoleSpec grantee : grant.grantees()) {
            roles = roles.with(
                    grantee.name().text(),
                    new Word(grant.isGrant(), model.timeline().now()));
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
            PersistentMap<Word> roles = said(key, model);
            for (RoleSpec grantee : grant.grantees()) {
                String role = grantee.name().text();
                if (!builtIn || !role.equals(EVERYBODY)) {
                    roles = roles.with(
                            role, new Word(grant.isGrant(), model.timeline().now()));
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

    /** Takes what is granted on a relation along to another name. */
    static void moveRelation(QualifiedName from, QualifiedName to, Model model) {
        move(List.of(ObjectType.TABLE), onRelation(from), ObjectKey.relation(from), onRelation(to), model);
        RelationRights.move(from, to, model);
    }

    /** Takes what is granted on a routine along to another name or signature. */
    static void moveRoutine(ObjectKey from, ObjectKey to, Model model) {
        move(typesOfAll(ObjectType.ROUTINE), onRoutine(from), from, onRoutine(to), model);
    }

    private static ObjectKey onRoutine(ObjectKey routine) {
        return onRoutine(new QualifiedName(routine.schema(), routine.name()), String.valueOf(routine.detail()));
    }

    private static void move(List<ObjectType> types, ObjectKey from, ObjectKey object, ObjectKey to, Model model) {
        List<PersistentMap<Word>> roles = new ArrayList<>(List.of(said(from, model)));
        for (ObjectType type : types) {
            said(onAll(type, from.schema()), model).forEach((role, word) -> {
                Word own = roles.get(0).get(role);
                if ((own == null || own.time() < word.time())
                        && oneOfAll(object, model.timeline(), word.time()) == type) {
                    roles.set(0, roles.get(0).with(role, word));
                }
            });
        }
        put(to, roles.get(0), model);
    }

    static void moveDefaults(String from, String to, Model model) {
        for (String privilege : List.of(READ, RUN)) {
            put(byDefault(privilege, to), said(byDefault(privilege, from), model), model);
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
        PersistentMap<Word> global = said(byDefault(privilege, ""), model);
        PersistentMap<Word> own = said(byDefault(privilege, key.schema() == null ? "" : key.schema()), model);
        if (!global.isEmpty() || !own.isEmpty()) {
            put(key, global.with(own), model);
        }
    }

    private static PersistentMap<Word> said(ObjectKey key, Model model) {
        return said(key, model.timeline(), model.timeline().now());
    }

    private static PersistentMap<Word> said(ObjectKey key, Timeline timeline, int time) {
        return timeline.get(key, time) instanceof Privileges privileges ? privileges.roles() : PersistentMap.empty();
    }

    private static void put(ObjectKey key, PersistentMap<Word> roles, Model model) {
        if (roles.isEmpty()) {
            return;
        }
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
