package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.replay.GeneratedNames;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint.ForeignKey;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.TableElement;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a foreign key out of a {@code CREATE TABLE} and adds it behind another statement. */
final class ForeignKeyMove {
    private final SqlFile file;
    private final CreateTable create;

    private ForeignKeyMove(SqlFile file, CreateTable create) {
        this.file = file;
        this.create = create;
    }

    /** Returns the rewrite; none where the key is the only thing in the table, or one of the two stands in a block. */
    static Optional<Fix> behind(ForeignKeyCycles.Link link) {
        if (!(link.create().statement() instanceof CreateTable create)
                || link.create().place() != Place.FILE
                || link.target().place() != Place.FILE) {
            return Optional.empty();
        }
        return new ForeignKeyMove(link.create().file(), create).move(link);
    }

    private Optional<Fix> move(ForeignKeyCycles.Link link) {
        List<TableElement> elements = create.elements();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof ColumnDef column
                    && column.constraints().contains(link.key())) {
                return Optional.of(fix(link, cut(link.key().range()), columnKey(link.key(), column.name())));
            }
            if (elements.get(i) == link.key() && i > 0) {
                SourceRange element = new SourceRange(
                        elements.get(i - 1).range().end(), link.key().range().end());
                return Optional.of(fix(link, element, tableKey(link.key())));
            }
        }
        return Optional.empty();
    }

    private Fix fix(ForeignKeyCycles.Link link, SourceRange removed, String added) {
        return Fix.of(
                TextEdit.delete(removed), StatementEdits.append(link.target().statement(), file, added));
    }

    /** With the blanks before it. */
    private SourceRange cut(SourceRange range) {
        SourceText text = file.source();
        int start = range.start();
        while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return new SourceRange(start, range.end());
    }

    private String columnKey(ForeignKey key, Name column) {
        String text = file.source().text(key.range());
        Name name = key.name();
        String references = name == null
                ? text
                : text.substring(name.range().end() - key.range().start()).strip();
        return add(name, List.of(column), "FOREIGN KEY (" + file.source().text(column.range()) + ") " + references);
    }

    private String tableKey(ForeignKey key) {
        String text = file.source().text(key.range());
        Name name = key.name();
        return add(
                name,
                key.columns(),
                name == null
                        ? text
                        : text.substring(name.range().end() - key.range().start())
                                .strip());
    }

    private String add(@Nullable Name written, List<Name> columns, String definition) {
        String table = file.source().text(create.name().range());
        List<String> names = new ArrayList<>();
        columns.forEach(column -> names.add(column.text()));
        String name = written != null
                ? file.source().text(written.range())
                : Identifier.quote(GeneratedNames.choose(create.name().last().text(), names, "fkey", taken -> false));
        return "ALTER TABLE " + table + " DROP CONSTRAINT IF EXISTS " + name + ", ADD CONSTRAINT " + name + " "
                + definition + ";";
    }
}
