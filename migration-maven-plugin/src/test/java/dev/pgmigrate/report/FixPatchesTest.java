package dev.pgmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.UnifiedDiffUtils;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.sql.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The patch of a fix makes of the file what the fix makes of it. */
class FixPatchesTest {
    private static final List<String> PIECES = List.of("", "x", "\n", "a\nb", "a\nb\n", "\r\n");

    @Test
    void patchesDoWhatTheirFixesDo() throws Exception {
        Random random = new Random(16);
        for (int round = 0; round < 2_000; round++) {
            String text = text(random);
            Fix fix = fix(random, text);
            String patch = new FixPatches("a.sql", text).of(fix);
            assertThat(patched(text, patch)).as("%s%n%s", fix, patch).isEqualTo(fix.apply(text));
        }
    }

    @Test
    void onlyTheLinesAroundAnEditAreInIt() {
        assertThat(new FixPatches("a.sql", "one\ntwo\nthree\nfour\nfive\nsix\n").of(Fix.insert(8, "new\n")))
                .isEqualTo("""
                    --- a/a.sql
                    +++ b/a.sql
                    @@ -1,5 +1,6 @@
                     one
                     two
                    +new
                     three
                     four
                     five
                    """);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(random.nextInt(3)).append(random.nextInt(8) == 0 ? "\r\n" : "\n");
        }
        return random.nextBoolean() ? text.toString() : text + "end";
    }

    private static Fix fix(Random random, String text) {
        List<TextEdit> edits = new ArrayList<>();
        int from = 0;
        do {
            int start = from + random.nextInt(text.length() - from + 1);
            int end = start + random.nextInt(Math.min(6, text.length() - start) + 1);
            edits.add(new TextEdit(new SourceRange(start, end), PIECES.get(random.nextInt(PIECES.size()))));
            from = Math.min(text.length(), end + 1);
        } while (from < text.length() && random.nextInt(3) > 0);
        return new Fix(edits);
    }

    private static String patched(String text, String patch) throws Exception {
        List<String> lines = List.of(patch.split("(?<=\n)"));
        List<String> body = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("\\")) {
                // The line before has no end.
                String last = body.remove(body.size() - 1);
                body.add(last.substring(0, last.length() - 1));
            } else {
                body.add(line);
            }
        }
        return String.join("", UnifiedDiffUtils.parseUnifiedDiff(body).applyTo(UnifiedDiff.withEnds(text)));
    }
}
