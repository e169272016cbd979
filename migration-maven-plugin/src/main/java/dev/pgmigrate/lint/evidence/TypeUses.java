package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.LikeClause;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.OperatorExpression;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the files of a folder do with names that may rest on the type of a column or on what {@code serial} makes. A name
 * counts whatever table it is of: another type may be what a function, an operator or a copy does not take.
 */
public final class TypeUses {
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern SEQUENCE = Pattern.compile("\\w+_seq\\d*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

    /** Columns that a function, an operator or the text of a body takes. */
    private final Set<String> computed = new HashSet<>();

    /** Columns of which a statement of its own changes the default, the identity or the type. */
    private final Set<String> altered = new HashSet<>();

    /** Tables whose columns others take over. */
    private final Set<String> copied = new HashSet<>();

    private final Set<String> sequences = new HashSet<>();

    private TypeUses() {}

    public static TypeUses of(FolderContext folder) {
        TypeUses uses = new TypeUses();
        for (Migration migration : folder.migrations().all()) {
            uses.look(migration.sql());
            migration.rollback().ifPresent(rollback -> uses.look(rollback.sql()));
        }
        return uses;
    }

    /** Returns whether something may rest on the type of a column called {@code column}. */
    public boolean isTaken(String column) {
        return computed.contains(column) || altered.contains(column);
    }

    /** Returns whether another table takes its columns from one called {@code table}. */
    public boolean isCopied(String table) {
        return copied.contains(table);
    }

    /** Returns whether a file names the sequence. */
    public boolean isNamed(String sequence) {
        return sequences.contains(sequence);
    }

    private void look(SqlFile file) {
        words(SEQUENCE, file.source().characters(), sequences);
        for (Statement statement : file.script().withoutRows()) {
            if (statement instanceof FunctionStatement.CreateFunction
                    || statement instanceof FunctionStatement.DoStatement) {
                words(WORD, file.source().text(statement.range()), computed);
            } else {
                look(Nodes.all(statement));
            }
        }
    }

    private static void words(Pattern pattern, CharSequence text, Set<String> found) {
        pattern.matcher(text).results().forEach(word -> found.add(word.group().toLowerCase(Locale.ROOT)));
    }

    private void look(List<Node> nodes) {
        int computedUntil = -1;
        for (Node node : nodes) {
            if (computes(node)) {
                computedUntil = Math.max(computedUntil, node.range().end());
            } else if (node instanceof Expression.ColumnRef reference
                    && reference.range().start() < computedUntil) {
                reference.names().forEach(name -> computed.add(name.text()));
            } else if (node instanceof AlterTableAction.ColumnChange change
                    && change.column() != null
                    && changesValues(change)) {
                altered.add(change.column().text());
            } else if (node instanceof TableStatement.Definition table) {
                table.inherits().forEach(this::copy);
            } else if (node instanceof LikeClause like) {
                copy(like.source());
            } else if (node instanceof AlterTableAction.Inherit inherit) {
                copy(inherit.parent());
            }
        }
    }

    private static boolean computes(Node node) {
        return node instanceof FunctionExpression.FuncCall
                || (node instanceof OperatorExpression.OpExpr compared
                        && !COMPARISONS.contains(compared.operator().last().text()));
    }

    private static boolean changesValues(AlterTableAction.ColumnChange change) {
        return change instanceof AlterTableAction.AlterColumnType
                || change instanceof AlterTableAction.SetDefault
                || change instanceof AlterTableAction.DropDefault
                || change instanceof AlterTableAction.AddIdentity
                || change instanceof AlterTableAction.SetIdentity
                || change instanceof AlterTableAction.DropIdentity;
    }

    private void copy(ObjectName table) {
        copied.add(table.last().text());
    }
}
