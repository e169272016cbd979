package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Operator families, the classes in them, and their members, which are added one by one. */
final class OperatorDdl {
    private static final String USING = " USING ";

    /** A member as the snapshot names it: {@code operator 1 s (integer, integer)}, {@code function 1 (integer, integer)}. */
    private static final Pattern MEMBER =
            Pattern.compile("(operator|function) (\\d+)( [so])? (\\(.*\\))", Pattern.DOTALL);

    private OperatorDdl() {}

    static String family(SnapshotObject family) {
        return DdlGuard.duplicate("CREATE OPERATOR FAMILY " + SqlNames.of(family.key()));
    }

    /** A class is made of something: storing its own type says nothing (PostgreSQL manual, CREATE OPERATOR CLASS). */
    static String operatorClass(SnapshotObject operatorClass) {
        String name = SqlNames.of(operatorClass.key());
        int method = name.lastIndexOf(USING);
        String type = operatorClass.property("type").orElse("");
        return DdlGuard.duplicate("CREATE OPERATOR CLASS " + name.substring(0, method)
                + (operatorClass.property("default").isPresent() ? " DEFAULT" : "")
                + " FOR TYPE " + type
                + name.substring(method)
                + " FAMILY " + operatorClass.property("family").orElse("")
                + " AS STORAGE " + operatorClass.property("storage").orElse(type));
    }

    static String member(SnapshotObject member) {
        Matcher parts = parts(member.key());
        String what = member.property("member").orElse("");
        boolean operator = parts.group(1).equals("operator");
        return DdlGuard.duplicate("ALTER OPERATOR FAMILY " + family(member.key()) + " ADD "
                + parts.group(1).toUpperCase(Locale.ROOT)
                + " " + parts.group(2) + " "
                + (operator
                        ? what.substring(0, what.lastIndexOf('(')) + " " + parts.group(4)
                        : parts.group(4) + " " + what)
                + member.property("sort").map(sort -> " FOR ORDER BY " + sort).orElse(""));
    }

    static String withoutMember(SnapshotKey member) {
        Matcher parts = parts(member);
        return "ALTER OPERATOR FAMILY " + family(member) + " DROP "
                + parts.group(1).toUpperCase(Locale.ROOT) + " " + parts.group(2) + " " + parts.group(4);
    }

    private static Matcher parts(SnapshotKey member) {
        Matcher parts = MEMBER.matcher(member.name());
        if (!parts.matches()) {
            throw new IllegalArgumentException(member.toString());
        }
        return parts;
    }

    private static String family(SnapshotKey member) {
        int method = member.of().lastIndexOf(USING);
        return Identifier.quoteIdent(member.schema()) + "."
                + Identifier.quoteIdent(member.of().substring(0, method))
                + member.of().substring(method);
    }
}
