package dev.pgmigrate.undo;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statement that made an object, and those that changed it since.
 *
 * @param file where the first one stands
 * @param name the name that the object had then
 * @param table the table that it belonged to, by the name that this had then
 * @param since the later ones, in their order
 */
record Definition(
        SqlFile file,
        Statement statement,
        QualifiedName name,
        @Nullable QualifiedName table,
        List<Definition> since) {

    Definition and(Definition later) {
        List<Definition> all = new ArrayList<>(since);
        all.add(later);
        return new Definition(file, statement, name, table, List.copyOf(all));
    }

    /** Returns the definition that has taken the place of this one, with its privileges (manual, CREATE FUNCTION). */
    Definition replacedBy(Definition other) {
        return new Definition(
                other.file,
                other.statement,
                other.name,
                other.table,
                since.stream().filter(Definition::outlives).toList());
    }

    private boolean outlives() {
        return statement instanceof GrantStatement;
    }

    /** Returns the statements that make the object as it is, under the names that it and its table have by now. */
    List<String> all(QualifiedName now, @Nullable QualifiedName tableNow) {
        return Stream.concat(Stream.of(text(now, tableNow)), since.stream().map(later -> later.text(now, tableNow)))
                .toList();
    }

    /** Returns those of {@link #all} that bring an object back which was replaced in its place. */
    List<String> inPlace(QualifiedName now) {
        return Stream.concat(Stream.of(this), since.stream().filter(later -> !later.outlives()))
                .map(definition -> definition.text(now, null))
                .toList();
    }

    /** Returns whether a word stands anywhere in it. */
    boolean names(String word) {
        Pattern pattern = Pattern.compile("(?i)(?<![\\p{L}\\p{N}_$])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}_$])");
        return Stream.concat(Stream.of(this), since.stream())
                .map(definition -> definition.file.source().text(definition.statement.range()))
                .anyMatch(text -> pattern.matcher(text).find());
    }

    private String text(QualifiedName now, @Nullable QualifiedName tableNow) {
        Rewording text = new Rewording(file, statement.range());
        ObjectName written = written();
        if (written != null) {
            text.name(written, name, now);
        }
        ObjectName writtenTable = writtenTable();
        if (writtenTable != null && table != null && tableNow != null) {
            text.name(writtenTable, table, tableNow);
        }
        return text.toString();
    }

    private @Nullable ObjectName written() {
        if (statement instanceof Making making) {
            ObjectReference made = making.made();
            return made == null ? null : made.name();
        }
        if (statement instanceof PolicyStatement policy) {
            return ObjectName.of(policy.name());
        }
        if (statement instanceof FunctionStatement.AlterFunction alter) {
            return alter.function().name();
        }
        if (statement instanceof TableStatement.AlterTable alter) {
            return alter.name();
        }
        if (statement instanceof GrantStatement.Grant grant) {
            return grant.objects().get(0).name();
        }
        return statement instanceof ObjectStatement.Comment comment
                ? comment.object().name()
                : null;
    }

    private @Nullable ObjectName writtenTable() {
        if (statement instanceof Making making) {
            return making.table();
        }
        if (statement instanceof PolicyStatement policy) {
            return policy.table();
        }
        return statement instanceof ObjectStatement.Comment comment
                ? comment.object().parent()
                : null;
    }
}
