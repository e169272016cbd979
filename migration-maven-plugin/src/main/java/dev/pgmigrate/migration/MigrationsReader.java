package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads folders into {@link Migrations}, telling migrations, rollbacks and other files apart. */
final class MigrationsReader {
    /** What the Supabase CLI considers a migration. */
    private static final Pattern TAKEN_BY_SUPABASE = Pattern.compile("[0-9]+_.*\\.sql");

    private final MigrationFolders folders;
    private final Map<Path, String> texts;
    private final List<Migration> migrations = new ArrayList<>();
    private final List<IgnoredFile> ignored = new ArrayList<>();
    private final Set<Path> configured = new HashSet<>();
    private final List<RejectedFile> rejected = new ArrayList<>();

    /** A file with a meaningful name. */
    private record Named(Path file, VersionedName name) {}

    MigrationsReader(MigrationFolders folders, Map<Path, String> texts) {
        this.folders = folders;
        this.texts = texts;
    }

    Migrations read() {
        List<Named> up = new ArrayList<>();
        Map<MigrationVersion, List<Named>> down = new LinkedHashMap<>();
        Set<Path> rollbackFolders = new HashSet<>();
        for (Path location : folders.locations()) {
            sort(location, up, down);
            rollbackFolders.add(folders.rollbackFolder(location));
        }
        for (Path folder : rollbackFolders) {
            if ((Files.isDirectory(folder) || !list(folder).isEmpty())
                    && !folders.locations().contains(folder)) {
                rollbacksOf(folder, down);
            }
        }
        up.forEach(file -> migration(file, down.getOrDefault(file.name().version(), List.of())));
        stray(up, down);
        migrations.sort(Comparator.comparing(Migration::version).thenComparing(Migration::path));
        ignored.sort(Comparator.comparing(IgnoredFile::path));
        rejected.sort(Comparator.comparing(RejectedFile::path));
        return new Migrations(folders, migrations, ignored, rejected);
    }

    private void sort(Path location, List<Named> up, Map<MigrationVersion, List<Named>> down) {
        List<Named> perhapsDown = new ArrayList<>();
        Map<MigrationVersion, Integer> upCount = new HashMap<>();
        for (Path file : list(location)) {
            if (file.toString().endsWith(ScriptConfiguration.SUFFIX)) {
                configured.add(ScriptConfiguration.migrationOf(file));
            }
            VersionedName name = VersionedName.of(file.getFileName().toString()).orElse(null);
            if (name == null) {
                UnnamedFile.reasonToIgnore(file, folders).ifPresent(ignored::add);
                continue;
            }
            Named named = new Named(file, name);
            switch (name.direction()) {
                case UP -> {
                    up.add(named);
                    upCount.merge(name.version(), 1, Integer::sum);
                }
                case DOWN -> down(named, down);
                case MAYBE_DOWN -> perhapsDown.add(named);
            }
        }
        for (Named named : perhapsDown) {
            if (upCount.containsKey(named.name().version())) {
                down(named, down);
            } else {
                up.add(named);
            }
        }
    }

    private List<Path> list(Path folder) {
        Stream<Path> given = texts.keySet().stream().filter(file -> parent(file).equals(folder.normalize()));
        if (!Files.exists(folder)) {
            return given.sorted().toList();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return Stream.concat(files, given).distinct().sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            MigrationFolderException unreadable = new MigrationFolderException(
                    MigrationFolderException.Problem.UNREADABLE, folders.base(), List.of(folder));
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    private void down(Named named, Map<MigrationVersion, List<Named>> down) {
        String fileName = named.file().getFileName().toString();
        if (isOfSupabase(named.file()) && TAKEN_BY_SUPABASE.matcher(fileName).matches()) {
            String advice = "Move it to " + folders.display(folders.rollbackFolder(parent(named.file()))) + "/"
                    + fileName.replace(".down.sql", ".sql") + ".";
            rejected.add(new RejectedFile(
                    named.file(),
                    folders.display(named.file()),
                    "The Supabase CLI would run this rollback forward, as a migration.",
                    advice,
                    SourceText.of(""),
                    new SourceRange(0, 0)));
            return;
        }
        down.computeIfAbsent(named.name().version(), version -> new ArrayList<>())
                .add(named);
    }

    private static boolean isOfSupabase(Path file) {
        return parent(file).endsWith(Path.of("supabase", "migrations"));
    }

    private static Path parent(Path file) {
        return file.resolveSibling("").normalize();
    }

    /** In a folder of rollbacks every versioned file is a rollback, whatever its name says. */
    private void rollbacksOf(Path folder, Map<MigrationVersion, List<Named>> down) {
        for (Path file : list(folder)) {
            VersionedName.of(file.getFileName().toString())
                    .ifPresentOrElse(
                            name -> down.computeIfAbsent(name.version(), version -> new ArrayList<>())
                                    .add(new Named(file, name)),
                            () -> UnnamedFile.reasonToIgnore(file, folders).ifPresent(ignored::add));
        }
    }

    private void migration(Named file, List<Named> rollbacks) {
        String path = folders.display(file.file());
        try {
            SourceText source = text(file.file(), path);
            Sections sections = Sections.of(source);
            SourceText down = sections.downOrNull();
            SourceRange off = sections.transactionOffOrNull();
            SqlFile sql = new SqlFile(
                    file.file(),
                    path,
                    source,
                    sections.up(),
                    off == null && configured.contains(file.file())
                            ? ScriptConfiguration.transactionOffOrNull(file.file())
                            : off);
            Rollback rollback = down == null
                    ? rollback(file, rollbacks)
                    : new Rollback(new SqlFile(file.file(), path, source, down, sections.downTransactionOffOrNull()));
            migrations.add(new Migration(file.name(), sql, rollback));
        } catch (FileText.Rejected e) {
            rejected.add(e.rejectedFile());
        }
    }

    /** Prefers the rollback of the same name to one that only has the same version. */
    private @Nullable Rollback rollback(Named file, List<Named> candidates) {
        Named chosen = candidates.stream()
                .filter(candidate ->
                        candidate.name().description().equals(file.name().description()))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .orElse(null);
        if (chosen == null) {
            return null;
        }
        String path = folders.display(chosen.file());
        try {
            SourceText source = text(chosen.file(), path);
            Sections sections = Sections.of(source);
            return new Rollback(
                    new SqlFile(chosen.file(), path, source, sections.up(), sections.transactionOffOrNull()));
        } catch (FileText.Rejected e) {
            rejected.add(e.rejectedFile());
            return null;
        }
    }

    private SourceText text(Path file, String path) throws FileText.Rejected {
        String text = texts.get(file);
        return text == null ? new FileText(file, path, folders).read() : SourceText.of(text);
    }

    private void stray(List<Named> up, Map<MigrationVersion, List<Named>> down) {
        Set<MigrationVersion> versions = new HashSet<>();
        up.forEach(file -> versions.add(file.name().version()));
        Set<Path> used = new HashSet<>();
        migrations.forEach(migration -> migration
                .rollback()
                .ifPresent(rollback -> used.add(rollback.sql().file())));
        rejected.forEach(file -> used.add(file.file()));
        down.forEach((version, files) -> files.stream()
                .filter(file -> !used.contains(file.file()))
                .forEach(file -> ignored.add(new IgnoredFile(
                        file.file(),
                        folders.display(file.file()),
                        IgnoredFile.Kind.STRAY_ROLLBACK,
                        versions.contains(version)
                                ? "the migration with version " + version + " has another rollback"
                                : "there is no migration with version " + version + " that it could roll back"))));
    }
}
