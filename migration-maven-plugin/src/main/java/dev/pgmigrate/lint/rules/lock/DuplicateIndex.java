package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Name;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reports an index whose keys another index of its table already leads with, once all files have run. */
final class DuplicateIndex extends FolderRule {
    /** What says nothing in a key: blanks, and the order that is meant without a word. */
    private static final Pattern NOTHING = Pattern.compile("\\s+|\\basc\\b");

    DuplicateIndex() {
        super(Facts.warning(Category.LOCK).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            List<Keyed> indexes = context.end().indexesOf(table.name()).stream()
                    .map(index -> new Keyed(index, keys(index)))
                    .toList();
            for (int i = 0; i < indexes.size(); i++) {
                SchemaObject.Index index = indexes.get(i).index();
                Optional<SchemaObject.Index> other = other(indexes, i);
                if (other.isPresent()) {
                    reporter.report(
                            index.origin(),
                            "`" + index.name().name() + "` costs every write of `"
                                    + table.name().name() + "` and serves no query that `"
                                    + other.get().name().name() + "` does not",
                            "Leave it out, or drop it CONCURRENTLY if it exists.");
                }
            }
        }
    }

    private record Keyed(SchemaObject.Index index, List<String> keys) {
        boolean leads(Keyed shorter) {
            return keys.size() >= shorter.keys.size()
                    && keys.subList(0, shorter.keys.size()).equals(shorter.keys);
        }
    }

    private static Optional<SchemaObject.Index> other(List<Keyed> indexes, int position) {
        SchemaObject.Index index = indexes.get(position).index();
        if (index.unique() || index.constraint() != null || index.elements().isEmpty() || carriesMore(index)) {
            return Optional.empty();
        }
        for (int i = 0; i < indexes.size(); i++) {
            SchemaObject.Index other = indexes.get(i).index();
            boolean longer = other.elements().size() > index.elements().size();
            // Of two equal ones the later is the duplicate, unless the other enforces something.
            if (i != position
                    && (longer || i < position || other.unique())
                    && isComparable(other, index)
                    && indexes.get(i).leads(indexes.get(position))) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /** Columns behind {@code INCLUDE} answer queries that the keys alone do not. */
    private static boolean carriesMore(SchemaObject.Index index) {
        String statement = index.origin().file().source().text(index.origin().range());
        return statement.toLowerCase(Locale.ROOT).contains("include");
    }

    private static boolean isComparable(SchemaObject.Index other, SchemaObject.Index index) {
        boolean btree = index.method().equals("btree");
        return other.method().equals(index.method())
                && other.where() == null
                && index.where() == null
                && (btree || other.elements().size() == index.elements().size());
    }

    /** Each key: its column or expression, with collation, class and order as they are written. */
    private static List<String> keys(SchemaObject.Index index) {
        SourceText source = index.origin().file().source();
        return index.elements().stream()
                .map(element -> {
                    Name column = element.column();
                    int start = column == null
                            ? element.range().start()
                            : column.range().end();
                    String rest =
                            source.text(new SourceRange(start, element.range().end()));
                    return (column == null ? "" : column.text())
                            + NOTHING.matcher(rest.toLowerCase(Locale.ROOT)).replaceAll("");
                })
                .toList();
    }
}
