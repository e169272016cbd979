package dev.pgmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceTreeTest {
    @Test
    void showsSchemasObjectsAndOnlyTheLinesThatDiffer() {
        assertThat(String.join("\n", DifferenceTree.lines(Results.different().differences(), Palette.PLAIN)))
                .isEqualTo("""
                    the database
                      - extension hstore
                    schema public
                      users
                        ~ column email
                            not null: yes → (none)
                            type: text → character varying(20)
                        + policy own\\nrows
                    schema shop
                      ~ enum mood
                          labels:
                            - 'b'
                            + 'c'""");
    }
}
