package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.SettingChange;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Cuts the last file where a rule wants the rest in a transaction of its own: a label of an enum is used after the commit,
 * rows are changed outside the transaction that locks their table. Nothing follows the last file, so that every statement
 * keeps its place in the order. A rollback cannot be cut like that, so that only a file without one is.
 */
final class LastFile {
    /** What these find needs what comes before it committed. */
    private static final Set<String> BEFORE = Set.of("enum-value-used-in-transaction");

    /** What these find stands alone. */
    private static final Set<String> ALONE =
            Set.of("backfill-with-ddl", "running-statement-while-holding-access-exclusive", "schema-and-data-mixed");

    private static final String OUTSIDE = "non-transactional-alone";

    /** What lasts beyond a statement, and would not reach the next file. */
    private static final Set<StatementKind> LASTING =
            Set.of(StatementKind.TRANSACTION, StatementKind.LOCK, StatementKind.CONSTRAINTS_SET, StatementKind.PREPARE);

    private static final Pattern OF_THE_SESSION =
            Pattern.compile("(?i)\\b(?:temp|temporary|pg_temp|set_config|cursor|pg_advisory\\w*|listen)\\b");

    private final Migration migration;
    private final SqlFile file;
    private final List<Statement> statements;

    private LastFile(Migration migration) {
        this.migration = migration;
        this.file = migration.sql();
        this.statements = file.script().statements();
    }

    /**
     * Returns the cut; empty where no rule wants one, or the file holds what the parts share.
     *
     * @param outside whether what runs outside a transaction may have a file of its own
     */
    static Optional<Move> cut(Rewritten state, boolean outside) {
        List<Migration> all = state.migrations().all();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        LastFile last = new LastFile(all.get(all.size() - 1));
        if (state.report().history().contains(last.migration.path()) || !last.isDivisible()) {
            return Optional.empty();
        }
        Set<Integer> cuts = new TreeSet<>();
        state.report().findings().stream()
                .filter(finding -> finding.file().equals(last.migration.path()))
                .filter(finding -> outside || !finding.rule().value().equals(OUTSIDE))
                .forEach(finding -> last.addCuts(finding, cuts));
        return last.at(List.copyOf(cuts));
    }

    private boolean isDivisible() {
        return migration.rollback().filter(back -> !back.isStub()).isEmpty()
                && statements.stream().noneMatch(statement -> LASTING.contains(statement.kind()))
                && statements.stream().allMatch(LastFile::isTimeoutIfSetting)
                && !OF_THE_SESSION.matcher(file.source().text()).find()
                && file.directives().all().stream()
                        .allMatch(directive ->
                                directive instanceof Directive.Ignore || directive instanceof Directive.Irreversible);
    }

    private static boolean isTimeoutIfSetting(Statement statement) {
        return !(statement instanceof SettingStatement)
                || (statement instanceof SettingStatement.SetStatement set
                        && set.change().name().endsWith("_timeout"));
    }

    private void addCuts(Finding finding, Set<Integer> cuts) {
        String rule = finding.rule().value();
        boolean alone = ALONE.contains(rule) || rule.equals(OUTSIDE);
        for (int i = 0; i < statements.size(); i++) {
            SourceRange range = statements.get(i).range();
            if (range.contains(finding.range().start()) && (alone || BEFORE.contains(rule))) {
                addCut(i, cuts);
                if (alone) {
                    addCut(i + 1, cuts);
                }
            }
        }
    }

    /** A part has more than settings. */
    private void addCut(int statement, Set<Integer> cuts) {
        if (isMore(statements.subList(0, statement)) && isMore(statements.subList(statement, statements.size()))) {
            cuts.add(statement);
        }
    }

    private static boolean isMore(List<Statement> some) {
        return some.stream().anyMatch(statement -> !(statement instanceof SettingStatement));
    }

    private Optional<Move> at(List<Integer> cuts) {
        String text = file.source().text();
        List<Move.Part> parts = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            int end = i + 1 < cuts.size() ? behind(cuts.get(i + 1) - 1) : text.length();
            String sql = text.substring(behind(cuts.get(i) - 1), end).strip() + "\n";
            parts.add(new Move.Part(
                    migration.name() + "_part_" + (i + 2), irreversible(sql) + settings(cuts.get(i)) + sql, ""));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Move(
                        Map.of(file, List.of(TextEdit.delete(new SourceRange(behind(cuts.get(0) - 1), text.length())))),
                        parts));
    }

    /** Returns where a statement and the rest of its line end. */
    private int behind(int statement) {
        String text = file.source().text();
        int next = statements.get(statement + 1).range().start();
        int end = text.indexOf(';', statements.get(statement).range().end()) + 1;
        int line = text.indexOf('\n', end) + 1;
        return line > 0 && line <= next ? line : end;
    }

    /** What the file says of its rollback is true of each part. */
    private String irreversible(String part) {
        return migration
                .irreversible()
                .filter(said -> !part.contains("migrate:irreversible"))
                .map(said -> "-- migrate:irreversible reason=\"" + said.reason().orElse("") + "\"\n")
                .orElse("");
    }

    /** Returns the timeouts that hold at a statement. */
    private String settings(int statement) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Statement earlier : statements.subList(0, statement)) {
            if (earlier instanceof SettingStatement.SetStatement set) {
                if (set.change().kind() == SettingChange.Kind.RESET) {
                    settings.remove(set.change().name());
                } else {
                    settings.put(set.change().name(), file.source().text(set.range()) + ";\n");
                }
            }
        }
        return String.join("", settings.values());
    }
}
