package dev.pgmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    @Test
    void isInThePagesForPeople() throws IOException {

        assertThat(MarkdownReport.of(Results.different()).text())
                .contains("\n```text\nthe database\n  - extension hstore\n");
        assertThat(HtmlReport.of(Results.different(), Results.ORIGIN).text())
                .contains("<pre id=\"differences\">the database\n  - extension hstore\n");
    }
}
