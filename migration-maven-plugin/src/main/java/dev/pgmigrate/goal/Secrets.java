package dev.pgmigrate.goal;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.proof.observe.ObjectChange;
import dev.pgmigrate.proof.observe.RowChange;
import dev.pgmigrate.server.ServerNotice;
import dev.pgmigrate.sql.SourceText;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps secrets out of every report. */
final class Secrets {
    /** The rules whose findings are secrets. */
    static final Set<String> RULES = Set.of("plaintext-password", "secret-in-migration");

    /** A shorter one is part of too many harmless words. */
    private static final int SHORTEST = 4;

    private static final char HIDDEN = '*';

    private final LintReport report;
    private final List<String> texts;

    private Secrets(LintReport report, List<String> texts) {
        this.report = report;
        this.texts = texts;
    }

    /** Returns the secrets in files, however a project has configured the rules that find them. */
    static Secrets in(Migrations migrations) {
        LintReport report = Linter.lint(
                migrations,
                LintSettings.defaults(),
                RuleCatalog.ALL.stream()
                        .filter(rule -> RULES.contains(rule.id().value()))
                        .toList(),
                AppliedVersions.UNKNOWN);
        Map<String, SourceText> sources = Judgement.sources(migrations);
        List<String> texts = secret(report).stream()
                .flatMap(finding ->
                        Optional.ofNullable(sources.get(finding.file()))
                                .map(source -> source.text(finding.range()))
                                .stream())
                .map(text -> text.replaceAll("^[Ee]?'|'$", ""))
                .filter(text -> text.length() >= SHORTEST)
                .distinct()
                .toList();
        return new Secrets(report, texts);
    }

    /** Returns a text, ours or the server's, with the secrets that it repeats hidden. */
    String hide(String text) {
        String hidden = text;
        for (String secret : texts) {
            hidden = hidden.replace(secret, String.valueOf(HIDDEN).repeat(secret.length()));
        }
        return hidden;
    }

    /** Returns the result of a run, with secrets hidden if it may repeat SQL: if it failed, or the server said something. */
    static Result hidden(Migrations migrations, Result result) {
        return result.failed() || !result.remarks().isEmpty() ? in(migrations).hide(result) : result;
    }

    /** Returns a result that shows statements, with their secrets hidden. */
    Result hide(Result result) {
        return texts.isEmpty()
                ? result
                : new Result(
                        result.goal(),
                        result.base(),
                        result.files().stream().map(this::hide).toList(),
                        result.ignored(),
                        result.findings(),
                        result.suppressed(),
                        result.failures().stream().map(this::hide).toList(),
                        result.notes(),
                        result.failed(),
                        hidden(result.sources(), report),
                        result.differences(),
                        result.remarks().stream().map(this::hide).toList());
    }

    private FileLine hide(FileLine file) {
        ProofLine proof = file.proofOrNull();
        return proof == null
                ? file
                : file.with(new ProofLine(
                        proof.applies(),
                        proof.millis(),
                        hideOrNull(proof.secondRunOrNull()),
                        hideOrNull(proof.rollbackOrNull()),
                        proof.statements().stream().map(this::hide).toList(),
                        proof.locks().stream().map(this::hide).toList(),
                        proof.bodies(),
                        proof.policies(),
                        proof.refusedOrNull() == null ? null : hide(proof.refusedOrNull()),
                        proof.standIns(),
                        proof.unproved(),
                        hide(proof.failures()),
                        proof.rows()));
    }

    private Map<ProofPart, List<Failure>> hide(Map<ProofPart, List<Failure>> failures) {
        Map<ProofPart, List<Failure>> hidden = new EnumMap<>(ProofPart.class);
        failures.forEach(
                (part, of) -> hidden.put(part, of.stream().map(this::hide).toList()));
        return hidden;
    }

    private StatementRow hide(StatementRow statement) {
        return new StatementRow(hide(statement.statement()), statement.line(), statement.start(), statement.millis());
    }

    private LockRow hide(LockRow lock) {
        return new LockRow(
                hide(lock.statement()),
                lock.line(),
                lock.table(),
                lock.mode(),
                lock.predicted(),
                lock.surprising(),
                lock.rewrites(),
                lock.scans(),
                lock.millis(),
                lock.blocks());
    }

    private @Nullable Verdict hideOrNull(@Nullable Verdict verdict) {
        if (verdict == null) {
            return null;
        }
        Failure failure = verdict.failureOrNull();
        return new Verdict(
                verdict.word(),
                verdict.changes().stream().map(this::hide).toList(),
                verdict.rows().stream().map(this::hide).toList(),
                verdict.lost().stream().map(this::hide).toList(),
                failure == null ? null : hide(failure),
                hide(verdict.reason()));
    }

    private ObjectChange hide(ObjectChange change) {
        return new ObjectChange(
                change.object(),
                change.propertyOrNull(),
                hideOrNull(change.beforeOrNull()),
                hideOrNull(change.afterOrNull()));
    }

    private RowChange hide(RowChange change) {
        return new RowChange(
                change.table(),
                change.before(),
                change.after(),
                change.gone().stream().map(this::hide).toList(),
                change.come().stream().map(this::hide).toList());
    }

    private Remark hide(Remark remark) {
        ServerNotice notice = remark.notice();
        return new Remark(
                remark.path(),
                remark.start(),
                remark.end(),
                new ServerNotice(
                        notice.severity(),
                        notice.sqlState(),
                        hide(notice.message()),
                        hideOrNull(notice.detailOrNull()),
                        hideOrNull(notice.hintOrNull())));
    }

    private Failure hide(Failure failure) {
        ServerError error = failure.errorOrNull();
        return new Failure(
                hide(failure.message()),
                failure.advice(),
                failure.pathOrNull(),
                failure.startOrNull(),
                failure.endOrNull(),
                hide(failure.statement()),
                error == null ? null : hide(error));
    }

    private ServerError hide(ServerError error) {
        return new ServerError(
                error.sqlState(),
                hide(error.message()),
                hideOrNull(error.detailOrNull()),
                hideOrNull(error.hintOrNull()),
                error.position(),
                hideOrNull(error.whereOrNull()),
                hideOrNull(error.queryOrNull()));
    }

    private @Nullable String hideOrNull(@Nullable String text) {
        return text == null ? null : hide(text);
    }

    /**
     * Returns {@code sources} with the text of secret findings replaced character by character, so that all positions
     * stay the same.
     */
    static Map<String, SourceText> hidden(Map<String, SourceText> sources, LintReport report) {
        List<Finding> secret = secret(report);
        if (secret.isEmpty()) {
            return sources;
        }
        Map<String, SourceText> hidden = new HashMap<>(sources);
        secret.forEach(finding -> hidden.computeIfPresent(finding.file(), (path, text) -> without(finding, text)));
        return hidden;
    }

    private static List<Finding> secret(LintReport report) {
        return Stream.concat(
                        report.findings().stream(), report.suppressed().stream().map(LintReport.Suppressed::finding))
                .filter(Finding::secret)
                .toList();
    }

    private static SourceText without(Finding finding, SourceText source) {
        return source.masked(List.of(finding.range()), HIDDEN);
    }
}
