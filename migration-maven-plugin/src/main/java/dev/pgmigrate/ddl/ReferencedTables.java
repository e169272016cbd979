package dev.pgmigrate.ddl;

import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables that a table refers to, as the server writes their names. */
final class ReferencedTables {
    private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";
    private static final Pattern NAME = Pattern.compile(PART + "\\." + PART);
    private static final Pattern FOREIGN_KEY =
            Pattern.compile("^FOREIGN KEY .* REFERENCES (" + NAME + ")\\(", Pattern.DOTALL);

    private ReferencedTables() {}

    /** Returns the table that a foreign key points to. */
    static Optional<String> of(String definition) {
        Matcher key = FOREIGN_KEY.matcher(definition);
        return key.find() ? Optional.of(key.group(1)) : Optional.empty();
    }

    /** Returns the tables that have to be there before {@code table}, if they can be. */
    static Set<String> of(SnapshotObject table, Contents contents) {
        Set<String> names = new LinkedHashSet<>();
        NAME.matcher(table.property("parents").orElse("")).results().forEach(parent -> names.add(parent.group()));
        contents.parts(table, ObjectKind.CONSTRAINT)
                .forEach(constraint -> of(TableDdl.definition(constraint)).ifPresent(names::add));
        return names;
    }
}
