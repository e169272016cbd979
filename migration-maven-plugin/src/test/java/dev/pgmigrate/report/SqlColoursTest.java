package dev.pgmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlColoursTest {
    private static final String SQL = """
        -- a < b
        CREATE FUNCTION f() RETURNS int AS $$ SELECT 1 /* one */ $$;
        COMMENT ON TABLE "select" IS 'a''b';
        """;

    @Test
    void colourWhatTheLexerSeesAndGoIntoBodies() {
        assertThat(SqlColours.html(SQL)).isEqualTo("""
            <span class="com">-- a &lt; b</span>
            <span class="kwd">CREATE</span> <span class="kwd">FUNCTION</span> f() <span class="kwd">RETURNS</span> \
            <span class="kwd">int</span> <span class="kwd">AS</span> <span class="str">$$</span> \
            <span class="kwd">SELECT</span> <span class="lit">1</span> <span class="com">/* one */</span> \
            <span class="str">$$</span>;
            <span class="kwd">COMMENT</span> <span class="kwd">ON</span> <span class="kwd">TABLE</span> "select" \
            <span class="kwd">IS</span> <span class="str">'a''b'</span>;
            """);
    }

    @Test
    void runsSayTheSame() {
        assertThat(SqlColours.of(SQL)).startsWith("0c8 1k6 1k8 5k7 1k3 1k2 1s2 1k6 1n1 1c9 1s2 2k7 ");
    }

    @Test
    void whatIsNoSqlIsLeftAsItIs() {
        assertThat(SqlColours.html("it's <not>")).isEqualTo("it's &lt;not&gt;");
    }
}
