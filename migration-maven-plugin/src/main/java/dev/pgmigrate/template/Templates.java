package dev.pgmigrate.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the templates of a kind: first a project's own, then ours for Supabase if that is the flavour, then ours for the
 * way in which the files will be executed, then ours.
 *
 * <p>Own templates are {@code <kind>.sql} and {@code <kind>.rollback.sql}, or, where a kind has several files, {@code
 * <kind>/1-first.sql}, {@code <kind>/2-second.sql} and so on; a kind may also be one of the project's own.
 */
public final class Templates {
    private static final String SQL = ".sql";
    private static final String ROLLBACK = ".rollback.sql";

    private final Path own;
    private final List<String> ours;

    /**
     * Searches a project's folder and our own set.
     *
     * @param own the folder with the project's templates, which need not exist
     * @param supabase whether the files are for Supabase
     * @param execution how the files will be executed
     */
    public Templates(Path own, boolean supabase, Execution execution) {
        this.own = own;
        this.ours = Stream.of(
                        Stream.of("supabase/").filter(folder -> supabase),
                        execution.folders().stream(),
                        Stream.of("plain/"))
                .flatMap(folders -> folders)
                .toList();
    }

    /** Returns the files of a kind, in order; none if there is no such kind. */
    public List<TemplateFile> files(String kind) {
        List<TemplateFile> files = ownFiles(kind);
        return files.isEmpty() ? TemplateKind.of(kind).map(this::ourFiles).orElse(List.of()) : files;
    }

    /** Returns all kinds, ours and the project's, in alphabetical order. */
    public List<String> kinds() {
        TreeSet<String> kinds = new TreeSet<>(
                Stream.of(TemplateKind.values()).map(TemplateKind::id).toList());
        for (Path file : list(own)) {
            String name = file.getFileName().toString();
            if (Files.isDirectory(file)) {
                kinds.add(name);
            } else if (name.endsWith(SQL) && !name.endsWith(ROLLBACK)) {
                kinds.add(name.substring(0, name.length() - SQL.length()));
            }
        }
        return List.copyOf(kinds);
    }

    private List<TemplateFile> ownFiles(String kind) {
        if (!kind.matches("[A-Za-z0-9_-]+")) {
            return List.of();
        }
        if (Files.isRegularFile(own.resolve(kind + SQL))) {
            return List.of(ownFile(kind));
        }
        List<TemplateFile> files = new ArrayList<>();
        for (Path file : list(own.resolve(kind))) {
            String name = file.getFileName().toString();
            if (name.endsWith(SQL) && !name.endsWith(ROLLBACK)) {
                files.add(ownFile(kind + "/" + name.substring(0, name.length() - SQL.length())));
            }
        }
        return files;
    }

    private TemplateFile ownFile(String stem) {
        Path rollback = own.resolve(stem + ROLLBACK);
        return new TemplateFile(
                TemplateKind.Part.of(stem).suffix(),
                read(own.resolve(stem + SQL)),
                Files.isRegularFile(rollback) ? read(rollback) : null);
    }

    private List<TemplateFile> ourFiles(TemplateKind kind) {
        return kind.parts().stream()
                .map(part -> new TemplateFile(part.suffix(), ours(part.stem() + SQL), ours(part.stem() + ROLLBACK)))
                .toList();
    }

    private Template ours(String file) {
        return ours.stream()
                .flatMap(folder -> Stream.ofNullable(resource(folder + file)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The template " + file + " is missing"));
    }

    private static @Nullable Template resource(String file) {
        try (InputStream in = Templates.class.getResourceAsStream(file)) {
            return in == null ? null : new Template(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template read(Path file) {
        try {
            String text = Files.readString(file).replace("\r\n", "\n");
            return new Template(file.toString().replace('\\', '/'), text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read as UTF-8: " + e, e);
        }
    }

    /** Returns what a folder holds, in the order of names with {@code 2} before {@code 10}; nothing if there is none. */
    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(
                            Comparator.comparingInt(Templates::leadingNumber).thenComparing(Path::getFileName))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int leadingNumber(Path file) {
        String digits = file.getFileName().toString().replaceFirst("^([0-9]{0,9}).*$", "$1");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
