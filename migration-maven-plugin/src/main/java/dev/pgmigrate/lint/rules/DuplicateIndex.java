package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reports an index whose keys another index of its table already leads with, once all files have run. */
public final class DuplicateIndex implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.LOCK;
    }

    @Override
    public void checkFolder(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            List<SchemaObject.Index> indexes = context.end().indexesOf(table.name());
            for (int i = 0; i < indexes.size(); i++) {
                SchemaObject.Index index = indexes.get(i);
                Optional<SchemaObject.Index> other = other(indexes, i);
                if (other.isPresent()) {
                    reporter.report(
                            index.origin(),
                            "`" + index.name().name() + "` costs every write of `"
                                    + table.name().name() + "` and serves no query that `"
                                    + other.get().name().name() + "` does not",
                            "Leave it out, or drop it CONCURRENTLY if it is there.");
                }
            }
        }
    }

    private static Optional<SchemaObject.Index> other(List<SchemaObject.Index> indexes, int position) {
        SchemaObject.Index index = indexes.get(position);
        if (index.unique() || index.constraint() != null || index.elements().isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < indexes.size(); i++) {
            boolean longer = indexes.get(i).elements().size() > index.elements().size();
            // Of two equal ones the later is the duplicate, unless the other enforces something.
            if (i != position && (longer || i < position || indexes.get(i).unique()) && leads(indexes.get(i), index)) {
                return Optional.of(indexes.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean leads(SchemaObject.Index other, SchemaObject.Index index) {
        boolean btree = index.method().equals("btree");
        boolean comparable = other.method().equals(index.method())
                && other.where() == null
                && index.where() == null
                && (btree || other.elements().size() == index.elements().size());
        return comparable && startsWith(keys(other), keys(index));
    }

    private static boolean startsWith(List<String> keys, List<String> prefix) {
        return keys.size() >= prefix.size() && keys.subList(0, prefix.size()).equals(prefix);
    }

    /** A key as it is written, in one case and without blanks: its column or expression, collation, class and order. */
    private static List<String> keys(SchemaObject.Index index) {
        return index.elements().stream()
                .map(element -> index.origin().file().source().text(element.range()))
                .map(text -> text.toLowerCase(Locale.ROOT).replaceAll("\\s+|\"|\\basc\\b", ""))
                .toList();
    }
}
