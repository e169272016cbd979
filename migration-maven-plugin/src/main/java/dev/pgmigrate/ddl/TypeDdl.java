package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** New types, sequences and what else is a value of its own. */
final class TypeDdl {
    private final Contents contents;

    TypeDdl(Contents contents) {
        this.contents = contents;
    }

    String enumeration(SnapshotObject type) {
        return DdlGuard.duplicate("CREATE TYPE " + SqlNames.of(type.key()) + " AS ENUM ("
                + String.join(", ", labels(type.property("labels").orElse(""))) + ")");
    }

    /** Returns labels as literals; {@code text} has one per line, and a label may hold a line break. */
    static List<String> labels(String text) {
        List<String> labels = new ArrayList<>();
        StringBuilder label = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (c == '\n' && !quoted) {
                labels.add(label.toString());
                label.setLength(0);
            } else {
                label.append(c);
            }
        }
        if (label.length() > 0) {
            labels.add(label.toString());
        }
        return labels;
    }

    String composite(SnapshotObject type) {
        return DdlGuard.duplicate(contents.parts(type, ObjectKind.COLUMN).stream()
                .map(column -> SqlNames.own(column.key()) + " " + ColumnDdl.type(column))
                .collect(Collectors.joining(", ", "CREATE TYPE " + SqlNames.of(type.key()) + " AS (", ")")));
    }

    String domain(SnapshotObject domain) {
        StringBuilder sql = new StringBuilder("CREATE DOMAIN ")
                .append(SqlNames.of(domain.key()))
                .append(" AS ")
                .append(domain.property("base type").orElse(""));
        domain.property("collation").ifPresent(name -> sql.append(" COLLATE ").append(name));
        domain.property("default").ifPresent(value -> sql.append(" DEFAULT ").append(value));
        if (domain.property("not null").isPresent()) {
            sql.append(" NOT NULL");
        }
        contents.parts(domain, ObjectKind.DOMAIN_CONSTRAINT).stream()
                .filter(constraint -> !TableDdl.isNotNull(constraint))
                .filter(constraint -> constraint.property("validated").isEmpty())
                .forEach(constraint -> sql.append(" CONSTRAINT ")
                        .append(SqlNames.own(constraint.key()))
                        .append(' ')
                        .append(TableDdl.definition(constraint)));
        return DdlGuard.duplicate(sql.toString());
    }

    static String range(SnapshotObject range) {
        List<String> options = new ArrayList<>();
        add(options, range, "subtype", "SUBTYPE");
        add(options, range, "operator class", "SUBTYPE_OPCLASS");
        add(options, range, "subtype collation", "COLLATION");
        add(options, range, "subtype difference", "SUBTYPE_DIFF");
        add(options, range, "multirange type", "MULTIRANGE_TYPE_NAME");
        return DdlGuard.duplicate(
                "CREATE TYPE " + SqlNames.of(range.key()) + " AS RANGE (" + String.join(", ", options) + ")");
    }

    /** A function is named with its arguments in the catalog, and without them here. */
    private static void add(List<String> options, SnapshotObject range, String property, String word) {
        range.property(property)
                .ifPresent(value ->
                        options.add(word + " = " + (property.equals("subtype difference") ? bare(value) : value)));
    }

    /** Returns the name of a routine without its arguments. */
    static String bare(String signature) {
        int arguments = signature.lastIndexOf('(');
        return arguments < 0 ? signature : signature.substring(0, arguments);
    }

    static String sequence(SnapshotObject sequence) {
        String words = sequence.property("persistence").isPresent() ? "CREATE UNLOGGED SEQUENCE" : "CREATE SEQUENCE";
        String type = sequence.property("type").orElse("bigint");
        List<String> options = new ArrayList<>(SequenceOptions.of(sequence));
        if (!type.equals("bigint")) {
            options.add(0, "AS " + type);
        }
        return (words + " IF NOT EXISTS " + SqlNames.of(sequence.key()) + " " + String.join(" ", options)).strip();
    }

    static String collation(SnapshotObject collation) {
        List<String> options = new ArrayList<>();
        collation
                .property("provider")
                .filter(name -> !name.equals("default"))
                .ifPresent(name -> options.add("PROVIDER = " + name));
        collation.property("locale").ifPresent(name -> options.add("LOCALE = " + Identifier.quoteIdent(name)));
        if (collation.property("locale").isEmpty()) {
            collation.property("collate").ifPresent(name -> options.add("LC_COLLATE = " + Identifier.quoteIdent(name)));
            collation.property("ctype").ifPresent(name -> options.add("LC_CTYPE = " + Identifier.quoteIdent(name)));
        }
        collation.property("deterministic").ifPresent(no -> options.add("DETERMINISTIC = false"));
        collation.property("rules").ifPresent(rules -> options.add("RULES = " + Literal.quote(rules)));
        return "CREATE COLLATION IF NOT EXISTS " + SqlNames.of(collation.key()) + " (" + String.join(", ", options)
                + ")";
    }

    static String cast(SnapshotObject cast) {
        String method = cast.property("function")
                .map(name -> " WITH FUNCTION " + name)
                .orElseGet(
                        () -> cast.property("method").orElse("").equals("inout") ? " WITH INOUT" : " WITHOUT FUNCTION");
        String context = switch (cast.property("context").orElse("")) {
            case "assignment" -> " AS ASSIGNMENT";
            case "implicit" -> " AS IMPLICIT";
            default -> "";
        };
        return DdlGuard.duplicate("CREATE CAST " + SqlNames.of(cast.key()) + method + context);
    }

    static String operator(SnapshotObject operator) {
        SnapshotKey key = operator.key();
        String name = key.name();
        int open = name.indexOf('(');
        String[] arguments = name.substring(open + 1, name.length() - 1).split(", ", 2);
        List<String> options = new ArrayList<>();
        operator.property("function").ifPresent(function -> options.add("FUNCTION = " + bare(function)));
        if (!arguments[0].equals("NONE")) {
            options.add("LEFTARG = " + arguments[0]);
        }
        if (!arguments[1].equals("NONE")) {
            options.add("RIGHTARG = " + arguments[1]);
        }
        operator.property("commutator").ifPresent(other -> options.add("COMMUTATOR = " + operatorName(other)));
        operator.property("negator").ifPresent(other -> options.add("NEGATOR = " + operatorName(other)));
        operator.property("restrict").ifPresent(function -> options.add("RESTRICT = " + bare(function)));
        operator.property("join").ifPresent(function -> options.add("JOIN = " + bare(function)));
        operator.property("hashes").ifPresent(yes -> options.add("HASHES"));
        operator.property("merges").ifPresent(yes -> options.add("MERGES"));
        return DdlGuard.duplicate("CREATE OPERATOR " + Identifier.quoteIdent(key.schema()) + "."
                + name.substring(0, open) + " (" + String.join(", ", options) + ")");
    }

    private static String operatorName(String signature) {
        String name = bare(signature);
        return name.contains(".") ? "OPERATOR(" + name + ")" : name;
    }
}
