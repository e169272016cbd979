package dev.pgmigrate.scaffold;

import dev.pgmigrate.migration.Git;
import dev.pgmigrate.migration.MigrationFolderException;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.SupabaseSigns;
import dev.pgmigrate.template.Execution;
import dev.pgmigrate.template.Template;
import dev.pgmigrate.template.TemplateFile;
import dev.pgmigrate.template.TemplateKind;
import dev.pgmigrate.template.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts a migration: writes its files and their rollbacks from the templates of a kind.
 *
 * <p>The archetype runs this same class, so that both write the same bytes.
 */
public final class New {
    /** Where the folder of a project without one is created. */
    private static final String FIRST_LOCATION = "src/main/resources/db/migration";

    private static final String FIRST_SUPABASE_LOCATION = "supabase/migrations";
    private static final String FIRST_NODE_LOCATION = "db/migrations";

    private static final Pattern SET_UPDATED_AT =
            Pattern.compile("(?i)\\bcreate\\s+(?:or\\s+replace\\s+)?function\\s+(?:(\\w+)\\.)?set_updated_at\\s*\\(");

    private static final String NOTHING = "No file was written: ";

    private New() {}

    /**
     * What to start.
     *
     * @param base the project's folder
     * @param locations the configured folders, or none
     * @param rollbackOrNull the configured folder of rollbacks, or null
     * @param templates the folder with the project's own templates, which need not exist
     * @param name the migration's name, {@code add_email_to_users}
     * @param kind the kind of template
     * @param given the values of holes, by name
     * @param flavour {@code plain}, {@code supabase} or {@code auto}
     * @param postgres the oldest server that the migration has to run on
     * @param known what is known beyond the name
     * @param now the time in UTC
     */
    public record Request(
            Path base,
            List<Path> locations,
            @Nullable Path rollbackOrNull,
            Path templates,
            String name,
            String kind,
            Map<String, String> given,
            String flavour,
            int postgres,
            Known known,
            LocalDateTime now) {
        public Request {
            locations = List.copyOf(locations);
            given = Map.copyOf(given);
        }

        /** Returns this request with another name. */
        public Request named(String other) {
            return new Request(
                    base, locations, rollbackOrNull, templates, other, kind, given, flavour, postgres, known, now);
        }

        /** Returns this request for a kind, with values of its holes and what is known for them. */
        public Request of(String otherKind, Map<String, String> values, Known more) {
            return new Request(
                    base, locations, rollbackOrNull, templates, name, otherKind, values, flavour, postgres, more, now);
        }
    }

    /**
     * What was written.
     *
     * @param files the new files in the order of their versions, each migration before its rollback
     * @param paths the same as displayed, relative to the project
     */
    public record Result(List<Path> files, List<String> paths) {
        public Result {
            files = List.copyOf(files);
            paths = List.copyOf(paths);
        }
    }

    /**
     * Writes all files, or none.
     *
     * @throws NewMigrationException if the request cannot be met
     * @throws dev.pgmigrate.template.UnknownHoleException if a project's own template has a hole that nothing fills
     */
    public static Result run(Request request) {
        MigrationFolders folders = folders(request);
        try {
            return FolderLock.whileHeld(() -> {
                return writeAll(folders, plan(request));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(NOTHING + e, e);
        }
    }

    /**
     * Returns a name as people write it, {@code "Add Email"}, {@code add-email} or {@code AddEmail}, as files have it:
     * {@code add_email}.
     */
    public static String name(String written) {
        return NewMigrationName.written(written);
    }

    /** Returns what the migration of that name adds, {@code email} of {@code add_email_to_users}. */
    public static String subject(String name) {
        return NewMigrationName.of(name).subject();
    }

    /** Checks the request like {@link #run}, but writes nothing. */
    public static void check(Request request) {
        plan(request);
    }

    private static Map<Path, String> plan(Request request) {
        NewMigrationName name = NewMigrationName.of(request.name());
        MigrationFolders folders = folders(request);
        boolean supabase = isSupabase(request, folders);
        Templates templates =
                new Templates(request.templates(), supabase, request.known().execution());
        List<TemplateFile> files = templates.files(request.kind()).stream()
                .filter(file -> !request.known().without().contains(file.suffix()))
                .toList();
        if (files.isEmpty()) {
            throw new NewMigrationException("There is no kind \"" + request.kind() + "\": the kinds are "
                    + String.join(", ", templates.kinds()));
        }
        return texts(request, folders, files, values(request, name, files, folders), Set.of());
    }

    /**
     * What the files of one migration hold below their heads.
     *
     * @param suffix what the file name appends to the migration's name; empty, or {@code _validate}
     * @param rollback the rollback; empty where none is written
     */
    public record Content(String suffix, String migration, String rollback) {}

    /**
     * Returns the texts of new migrations with these contents, by their files; {@link #write} writes them.
     *
     * @param pending files that are not written yet, behind which they are
     */
    public static Map<Path, String> texts(Request request, List<Content> contents, Set<Path> pending) {
        NewMigrationName.of(request.name());
        Map<String, String> values = new HashMap<>();
        List<TemplateFile> files = new ArrayList<>();
        for (Content content : contents) {
            String number = String.valueOf(files.size());
            values.put("sql" + number, content.migration());
            values.put("rollback" + number, content.rollback());
            files.add(new TemplateFile(
                    content.suffix(),
                    new Template(request.name(), "${header}\n\n${sql" + number + "}"),
                    content.rollback().isEmpty()
                            ? null
                            : new Template(request.name(), "${rollback_header}\n\n${rollback" + number + "}")));
        }
        return texts(request, folders(request), files, values, pending);
    }

    private static Map<Path, String> texts(
            Request request,
            MigrationFolders folders,
            List<TemplateFile> files,
            Map<String, String> values,
            Set<Path> pending) {
        Path location = folders.locations().get(0);
        Stream<Path> there = folders.locations().stream().flatMap(folder -> filesIn(folder).stream());
        Stream<Path> more = pending.stream().filter(file -> location.equals(file.getParent()));
        FolderNaming naming = FolderNaming.of(
                Stream.concat(there, more)
                        .map(file -> file.getFileName().toString())
                        .toList(),
                request.now());
        if (request.known().execution() == Execution.BATCH) {
            naming.ofOneNumber();
        }
        String author = author(existing(request.base()));
        Map<Path, String> texts = new LinkedHashMap<>();
        for (TemplateFile file : files) {
            String version = naming.next();
            String fileName = naming.fileName(version, request.name() + file.suffix());
            values.put("name", request.name() + file.suffix());
            values.put("version", version);
            values.put("date", naming.date(version).toString());
            values.put("author", author);
            FileHead head = new FileHead(request.known().execution(), values);
            values.put("header", head.of(file.migration()));
            values.put("rollback_header", file.rollback().map(head::ofRollback).orElse(""));
            put(texts, location.resolve(fileName), file.migration(), values);
            Path rollback = naming.pairs()
                    ? location.resolve(fileName.replaceFirst("\\.up\\.sql$", ".down.sql"))
                    : folders.rollbackFolder(location).resolve(fileName);
            file.rollback().ifPresent(template -> put(texts, rollback, template, values));
        }
        return texts;
    }

    /** Returns git's {@code user.name} for a folder; empty if there is none. */
    private static String author(Path folder) {
        return Git.ask(folder, "config", "user.name")
                .filter(name -> name.indexOf('\n') < 0)
                .orElse("");
    }

    private static void put(Map<Path, String> texts, Path file, Template template, Map<String, String> values) {
        if (Files.exists(file)) {
            throw new NewMigrationException(file + " already exists, and nothing is overwritten: choose another name");
        }
        texts.put(file, QuotedNames.in(template, values).fill(values));
    }

    private static Map<String, String> values(
            Request request, NewMigrationName name, List<TemplateFile> files, MigrationFolders folders) {
        Set<String> holes = new LinkedHashSet<>();
        for (TemplateFile file : files) {
            file.migration().check(TemplateValues.holes());
            file.rollback().ifPresent(template -> template.check(TemplateValues.holes()));
            holes.addAll(file.holes());
        }
        Map<String, String> defaults =
                TemplateKind.of(request.kind()).map(TemplateKind::defaults).orElse(Map.of());
        Map<String, String> values =
                new HashMap<>(new TemplateValues(request.kind(), name, request.given()).of(holes, defaults));
        values.put("security_invoker", request.postgres() >= 15 ? " WITH (security_invoker = true)" : "");
        String schema = values.getOrDefault("schema", "public");
        boolean updatedAt = holes.contains("set_updated_at")
                && folders.locations().stream()
                        .flatMap(location -> filesIn(location).stream())
                        .anyMatch(file -> makesSetUpdatedAt(text(file), schema));
        values.putAll(Fragments.of(request.kind(), values, updatedAt));
        values.put("lock_timeout", request.known().execution().lockTimeout());
        String to = TemplateValues.sql(values.getOrDefault("to", ""));
        request.known().fragments().forEach((hole, piece) -> values.put(hole, piece.replace("${to}", to)));
        return values;
    }

    private static boolean makesSetUpdatedAt(String text, String schema) {
        return SET_UPDATED_AT
                .matcher(text)
                .results()
                .anyMatch(function ->
                        Objects.requireNonNullElse(function.group(1), "public").equals(schema));
    }

    private static MigrationFolders folders(Request request) {
        Path base = request.base().toAbsolutePath().normalize();
        try {
            return MigrationFolders.find(base, request.locations(), request.rollbackOrNull());
        } catch (MigrationFolderException e) {
            String found = String.join(
                    ", ",
                    e.folders().stream()
                            .map(folder -> base.relativize(folder).toString())
                            .toList());
            if (e.problem() == MigrationFolderException.Problem.SEVERAL_FOUND) {
                throw new NewMigrationException(
                        "Several folders may hold the migrations, " + found + ": say which with -Dmigrate.locations="
                                + base.relativize(e.folders().get(0)));
            }
            if (e.problem() == MigrationFolderException.Problem.NOT_A_FOLDER) {
                throw new NewMigrationException(
                        found + " is a file: say where the migrations are with -Dmigrate.locations");
            }
            Path rollback = request.rollbackOrNull();
            List<Path> locations =
                    request.locations().isEmpty() ? List.of(Path.of(firstLocation(base))) : request.locations();
            return new MigrationFolders(
                    base,
                    locations.stream()
                            .map(location -> base.resolve(location).normalize())
                            .toList(),
                    rollback == null ? null : base.resolve(rollback).normalize());
        }
    }

    private static String firstLocation(Path base) {
        if (Files.isDirectory(base.resolve("supabase"))) {
            return FIRST_SUPABASE_LOCATION;
        }
        boolean node = Files.exists(base.resolve("package.json")) && !Files.isDirectory(base.resolve("src/main"));
        return node ? FIRST_NODE_LOCATION : FIRST_LOCATION;
    }

    private static boolean isSupabase(Request request, MigrationFolders folders) {
        return switch (request.flavour()) {
            case "supabase" -> true;
            case "plain" -> false;
            case "auto" ->
                SupabaseSigns.inFolder(folders)
                        || folders.locations().stream()
                                .flatMap(location -> filesIn(location).stream())
                                .anyMatch(file -> SupabaseSigns.inText(text(file)));
            default ->
                throw new NewMigrationException(
                        "There is no flavour \"" + request.flavour() + "\": it is plain, supabase or auto");
        };
    }

    private static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(".sql"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path existing(Path folder) {
        Path found = folder.toAbsolutePath();
        while (!Files.isDirectory(found) && found.getParent() != null) {
            found = found.getParent();
        }
        return found;
    }

    /** Writes all files, or none: one that is there is not overwritten. */
    public static Result write(MigrationFolders folders, Map<Path, String> texts) {
        try {
            return FolderLock.whileHeld(() -> writeAll(folders, texts));
        } catch (IOException e) {
            throw new UncheckedIOException(NOTHING + e, e);
        }
    }

    /** Writes them aside first, so that an interrupted run leaves none of them half-written. */
    private static Result writeAll(MigrationFolders folders, Map<Path, String> texts) {
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<Path, String> text : texts.entrySet()) {
                Files.createDirectories(text.getKey().resolveSibling(""));
                Path aside = aside(text.getKey());
                written.add(aside);
                Files.writeString(aside, text.getValue());
            }
            for (Path file : texts.keySet()) {
                Files.move(aside(file), file);
                written.add(file);
            }
            List<Path> files = List.copyOf(texts.keySet());
            return new Result(files, files.stream().map(folders::display).toList());
        } catch (IOException e) {
            written.forEach(New::delete);
            throw new UncheckedIOException(NOTHING + e, e);
        }
    }

    private static Path aside(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
