package dev.pgmigrate.sql;

import java.util.List;
import java.util.Random;

/** Damages SQL in the ways that hurt parsers: cut, doubled, spliced, and sprinkled with what opens and never closes. */
final class Mutator {
    private static final List<String> SPICES = List.of(
            "'",
            "\"",
            "$$",
            "$a$",
            "/*",
            "*/",
            "--",
            "(",
            ")",
            "[",
            "]",
            ";",
            ",",
            ".",
            "..",
            ":",
            "::",
            ":=",
            "=>",
            "<<",
            ">>",
            "E'\\",
            "E'\\u00",
            "E'\\ud800'",
            "E'\\U0010FFFF'",
            "U&'\\",
            "U&\"\\0041\"",
            "U&'\\+110000'",
            " UESCAPE '!' ",
            "B'",
            "x'f",
            "N'",
            "\\",
            "\\.",
            "\n",
            "\r\n",
            "\t",
            "\0",
            "\ufeff",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "\u00a0",
            "é",
            "0x",
            "1e",
            "1_0",
            "9999999999999999999999",
            "$1",
            "$99999999999",
            "@@",
            "#",
            "%",
            "?",
            "a.b.c.d.e",
            " NOT ",
            " NULLS ",
            " WITH ",
            " BEGIN ",
            " END ",
            " END IF; ",
            " END LOOP; ",
            " LOOP ",
            " THEN ",
            " CASE ",
            " WHEN ",
            " IF ",
            " INTO ",
            " USING ",
            " ATOMIC ",
            " DECLARE ",
            " EXCEPTION WHEN others THEN ",
            " DO $$ BEGIN ",
            " END $$;",
            " AS ",
            " SELECT ",
            " FROM ",
            " CREATE ",
            " TABLE ",
            " FUNCTION ",
            " LANGUAGE ",
            " plpgsql ",
            " sql ",
            " COPY t FROM stdin;\n1\n\\.\n",
            " (((((((( ",
            " ARRAY[[[[ ",
            " - - - - ",
            " NOT NOT NOT ");

    private final Random random;
    private final List<String> seeds;
    private final int maxLength;

    Mutator(Random random, List<String> seeds, int maxLength) {
        this.random = random;
        this.seeds = seeds;
        this.maxLength = maxLength;
    }

    String next() {
        StringBuilder text = new StringBuilder(excerpt());
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            change(text);
        }
        return text.substring(0, Math.min(text.length(), maxLength));
    }

    private void change(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + 1 + random.nextInt(40));
        switch (random.nextInt(8)) {
            case 0 -> text.delete(at, to);
            case 1 -> text.insert(at, text.substring(at, to));
            case 2 -> text.insert(at, excerpt());
            case 3 -> text.setLength(at);
            case 4 -> text.insert(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
            case 5 -> text.insert(at, spice().repeat(1 + random.nextInt(200)));
            default -> text.insert(at, spice());
        }
    }

    private String spice() {
        return SPICES.get(random.nextInt(SPICES.size()));
    }

    private String excerpt() {
        String seed = seeds.get(random.nextInt(seeds.size()));
        int length = Math.min(seed.length(), 50 + random.nextInt(maxLength));
        int from = random.nextInt(seed.length() - length + 1);
        return seed.substring(from, from + length);
    }
}
