package dev.pgmigrate.report;

import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.TextEdit;
import java.util.Arrays;
import java.util.List;

/**
 * The fixes of one file as patches that {@code git apply} takes. The file is cut into lines once, however many fixes it
 * has, and for a fix only the lines around its edits are looked at.
 */
final class FixPatches {
    private final String path;
    private final String text;
    private final List<String> lines;
    private final int[] starts;

    FixPatches(String path, String text) {
        this.path = path;
        this.text = text;
        this.lines = UnifiedDiff.withEnds(text);
        this.starts = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            starts[i + 1] = starts[i] + lines.get(i).length();
        }
    }

    String of(Fix fix) {
        Patch<String> patch = new Patch<>();
        List<TextEdit> edits = fix.edits();
        int shift = 0;
        int next = 0;
        while (next < edits.size()) {
            int first = lineOf(edits.get(next).range().start());
            int last = first;
            StringBuilder come = new StringBuilder();
            int from = starts[first];
            while (next < edits.size() && lineOf(edits.get(next).range().start()) <= last) {
                TextEdit edit = edits.get(next++);
                come.append(text, from, edit.range().start()).append(edit.replacement());
                from = edit.range().end();
                last = lineOf(from);
            }
            int end = Math.min(last + 1, lines.size());
            come.append(text, from, starts[end]);
            shift += add(patch, first, end, UnifiedDiff.withEnds(come.toString()), shift);
        }
        return String.join("\n", UnifiedDiff.lines(path, lines, patch)) + "\n";
    }

    /** Adds a change without the lines at its ends that stay, and returns by how many lines the file grows. */
    private int add(Patch<String> patch, int first, int end, List<String> come, int shift) {
        List<String> gone = lines.subList(first, end);
        int least = Math.min(gone.size(), come.size());
        int before = 0;
        while (before < least && gone.get(before).equals(come.get(before))) {
            before++;
        }
        int after = 0;
        while (after < least - before && gone.get(gone.size() - 1 - after).equals(come.get(come.size() - 1 - after))) {
            after++;
        }
        if (before + after < Math.max(gone.size(), come.size())) {
            patch.addDelta(new ChangeDelta<>(
                    new Chunk<>(first + before, gone.subList(before, gone.size() - after)),
                    new Chunk<>(first + before + shift, come.subList(before, come.size() - after))));
        }
        return come.size() - gone.size();
    }

    private int lineOf(int index) {
        int found = Arrays.binarySearch(starts, index);
        int line = found >= 0 ? found : -found - 2;
        // What is added to a last line without an end is added to that line.
        return line == lines.size() && line > 0 && !text.endsWith("\n") ? line - 1 : line;
    }
}
