package dev.pgmigrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.schema.SchemaDifference.State;
import dev.pgmigrate.schema.SnapshotKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnorePatternsTest {
    private static final SchemaDifference GRANTS = difference(ObjectKind.TABLE, "audit", "", "log", "grants");
    private static final SchemaDifference TRIGGER = difference(ObjectKind.TRIGGER, "public", "users", "touch", null);
    private static final SchemaDifference FOREIGN =
            difference(ObjectKind.FOREIGN_TABLE, "public", "", "far", "options");
    private static final SchemaDifference OWNER = difference(ObjectKind.FUNCTION, "public", "", "f(integer)", "owner");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        grants                       | grants
        owners                       | owner
        comments                     | ""
        triggers                     | trigger
        trigger public.users.*       | trigger
        trigger audit.*              | ""
        foreign tables               | foreign
        table *                      | grants
        foreign table public.far     | foreign
        audit.*                      | grants
        public.*                     | trigger foreign owner
        public.f(*)#owner            | owner
        function#owner               | owner
        #options                     | foreign
        *                            | grants trigger foreign owner
        """)
    void matchesKindNameAndProperty(String pattern, String expected) {
        IgnorePatterns patterns = IgnorePatterns.of(List.of(pattern));
        StringBuilder matched = new StringBuilder();
        matched.append(patterns.matches(GRANTS) ? "grants " : "");
        matched.append(patterns.matches(TRIGGER) ? "trigger " : "");
        matched.append(patterns.matches(FOREIGN) ? "foreign " : "");
        matched.append(patterns.matches(OWNER) ? "owner " : "");

        assertThat(matched.toString().strip()).isEqualTo(expected);
    }

    private static SchemaDifference difference(
            ObjectKind kind, String schema, String of, String name, @Nullable String property) {
        return new SchemaDifference(new SnapshotKey(kind, schema, of, name), State.DIFFERENT, property, "a", "b");
    }
}
