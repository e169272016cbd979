package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.NamingScheme;
import dev.pgmigrate.migration.VersionedName;
import dev.pgmigrate.sql.SourceText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reports a head that names another version or date than the file name. */
final class HeaderVersionMismatch extends FileRule {
    HeaderVersionMismatch() {
        super(Facts.warning(Category.FILES).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        SourceText text = context.sql().source();
        for (HeaderLine line : HeaderLine.of(context.sql())) {
            Optional<String> wrong = wrong(line, context.migration());
            if (wrong.isPresent()) {
                reporter.report(
                                line.value(),
                                "The head says `"
                                        + text.substring(
                                                line.value().start(),
                                                line.value().end()) + "`, and the name of the file "
                                        + context.migration().version(),
                                "Write " + wrong.get() + ".")
                        .fix(Fix.replace(line.value(), wrong.get()));
            }
        }
    }

    /** Returns what the line would have to say, where it says something else. */
    private static Optional<String> wrong(HeaderLine line, Migration migration) {
        String version = migration.version().toString();
        return switch (line.key()) {
            case "version" -> isOtherVersion(line.word(), migration) ? Optional.of(version) : Optional.empty();
            case "migration", "file" -> {
                String name = migration.file().getFileName().toString();
                boolean sql = line.word().endsWith(".sql");
                Optional<VersionedName> said = VersionedName.of(sql ? line.word() : line.word() + ".sql");
                String meant = sql ? name : name.substring(0, name.length() - ".sql".length());
                yield said.filter(other -> !other.version().equals(migration.version()))
                        .map(other -> meant);
            }
            case "date" ->
                date(version)
                        .filter(date -> date(line.word())
                                .filter(said -> Math.abs(ChronoUnit.DAYS.between(date, said)) > 1)
                                .isPresent())
                        .map(LocalDate::toString);
            default -> Optional.empty();
        };
    }

    /** A number such as 1.0 in a file of 2025 counts something else. */
    private static boolean isOtherVersion(String word, Migration migration) {
        String version = migration.version().toString();
        boolean alike = migration.scheme() == NamingScheme.NUMBER
                ? word.indexOf('.') < 0 && word.length() == version.length()
                : date(word).isPresent() == date(version).isPresent();
        return alike
                && MigrationVersion.isVersion(word)
                && !MigrationVersion.of(word).equals(migration.version());
    }

    /** Returns the day that {@code 20250131…}, {@code 2025_01_31…} or {@code 2025-01-31} begins with. */
    private static Optional<LocalDate> date(String word) {
        String digits = word.replace("-", "").replace("_", "");
        try {
            return digits.length() < 8
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(digits.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
