package dev.pgmigrate.apply.foreign;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.VersionedName;
import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that a row of another tool's history is about a file.
 *
 * <p>The same SQL decides, then the same checksum, then the same name. The version alone is enough only if the row says
 * nothing else and no other file has it.
 *
 * @param file the file
 * @param content how the file's text compares with what the row recorded
 * @param name how the file's name compares with the row's
 * @param differsAtOrNull where the file begins to say something else than the SQL that was recorded, or null
 */
record FileMatch(
        Migration file,
        Sameness content,
        Sameness name,
        @Nullable SourceRange differsAtOrNull) {
    /** Whether two things are the same. */
    enum Sameness {
        SAME,
        OTHER,
        /** The row contains nothing to compare with. */
        UNKNOWN
    }

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Compares {@code file} with a row whose version it has. */
    static FileMatch of(ForeignRow row, Migration file) {
        Optional<SourceRange> difference = Optional.empty();
        Sameness content = Sameness.UNKNOWN;
        List<String> statements = row.statementsOrNull();
        String checksum = row.checksumOrNull();
        if (statements != null && !statements.isEmpty()) {
            difference = RecordedSql.difference(file, statements);
            content = difference.isEmpty() ? Sameness.SAME : Sameness.OTHER;
        } else if (checksum != null) {
            content = FileChecksums.agree(file, checksum)
                    .map(same -> same ? Sameness.SAME : Sameness.OTHER)
                    .orElse(Sameness.UNKNOWN);
        }
        return new FileMatch(file, content, name(row, file), difference.orElse(null));
    }

    private static Sameness name(ForeignRow row, Migration file) {
        String name = row.nameOrNull();
        if (name == null || name.isBlank()) {
            return MigrationVersion.isVersion(row.version()) ? Sameness.UNKNOWN : Sameness.SAME;
        }
        return words(name).equals(words(file.name())) ? Sameness.SAME : Sameness.OTHER;
    }

    /** Tools write the same name as {@code add_email}, {@code add email} or a file name. */
    private static String words(String name) {
        String last = lastPart(name);
        String description = VersionedName.of(last.endsWith(".sql") ? last : last + ".sql")
                .map(VersionedName::description)
                .orElse(last.endsWith(".sql") ? last.substring(0, last.length() - ".sql".length()) : last);
        return SEPARATORS
                .matcher(description.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /**
     * Returns whether {@code file} has the version of a row; some runners store the file's name instead, some of them
     * without {@code .sql}.
     */
    static boolean hasVersion(Migration file, String written) {
        if (MigrationVersion.isVersion(written)) {
            return file.version().equals(MigrationVersion.of(written));
        }
        String fileName = fileName(file);
        String last = lastPart(written);
        return fileName.equals(last) || fileName.equals(last + ".sql");
    }

    static String fileName(Migration file) {
        return String.valueOf(file.file().getFileName());
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the one of {@code matches} that the row is about; empty if that is unclear. */
    static Optional<FileMatch> decide(List<FileMatch> matches) {
        List<FileMatch> sameText = only(matches, match -> match.content == Sameness.SAME);
        List<FileMatch> among = sameText.isEmpty() ? matches : sameText;
        if (among.size() == 1 && (!sameText.isEmpty() || among.get(0).name != Sameness.OTHER)) {
            return Optional.of(among.get(0));
        }
        List<FileMatch> sameName = only(among, match -> match.name == Sameness.SAME);
        return sameName.size() == 1 ? Optional.of(sameName.get(0)) : Optional.empty();
    }

    private static List<FileMatch> only(List<FileMatch> matches, Predicate<FileMatch> condition) {
        return matches.stream().filter(condition).toList();
    }

    /** Returns the evidence, as part of a sentence. */
    String evidence() {
        if (content == Sameness.SAME) {
            return name == Sameness.OTHER ? "same text under another name" : "same text";
        }
        String version = name == Sameness.SAME ? "same version and name" : "same version";
        return content == Sameness.OTHER ? version + ", other text" : version;
    }
}
