package dev.pgmigrate.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Unpacks the tar archives that PostgreSQL's binaries come in: files, folders and symbolic links, nothing else. */
final class TarReader {
    private static final int BLOCK = 512;

    private final InputStream in;
    private final Path root;

    private TarReader(InputStream in, Path root) {
        this.in = in;
        this.root = root;
    }

    /** Extracts the archive below {@code root}, refusing entries that would end up anywhere else. */
    static void unpack(InputStream archive, Path root) throws IOException {
        new TarReader(archive, root).unpack();
    }

    private void unpack() throws IOException {
        byte[] header = new byte[BLOCK];
        String longName = "";
        while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            long size = octal(header, 124, 12);
            char type = (char) header[156];
            String name = longName.isEmpty() ? name(header) : longName;
            longName = "";
            switch (type) {
                case 'L' -> longName = string(body(size), 0, (int) size); // GNU: the next entry's name
                case '5' -> Files.createDirectories(below(name));
                case '0', '\0' -> file(below(name), size, (int) octal(header, 100, 8));
                case '2' -> link(below(name), string(header, 157, 100));
                default -> throw new IOException("The archive holds an entry of type '" + type + "': " + name);
            }
        }
    }

    private void file(Path path, long size, int mode) throws IOException {
        Files.createDirectories(parentOf(path));
        Files.write(path, body(size));
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, (mode & 0100) == 0 ? READABLE : EXECUTABLE);
        }
    }

    private void link(Path path, String target) throws IOException {
        if (!parentOf(path).resolve(target).normalize().startsWith(root)) {
            throw new IOException("The archive holds a link out of its folder: " + path + " -> " + target);
        }
        Files.createDirectories(parentOf(path));
        Files.createSymbolicLink(path, Path.of(target));
    }

    private Path below(String name) throws IOException {
        Path path = root.resolve(name).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("The archive holds an entry outside its folder: " + name);
        }
        return path;
    }

    private static Path parentOf(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("No folder holds " + path);
        }
        return parent;
    }

    private byte[] body(long size) throws IOException {
        byte[] bytes = in.readNBytes(Math.toIntExact(size));
        long padding = (BLOCK - size % BLOCK) % BLOCK;
        if (bytes.length != size || in.readNBytes((int) padding).length != padding) {
            throw new EOFException("The archive ends within an entry.");
        }
        return bytes;
    }

    private static String name(byte[] header) {
        String name = string(header, 0, 100);
        boolean posix = string(header, 257, 6).equals("ustar"); // GNU writes "ustar " and keeps other things there
        String prefix = posix ? string(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String string(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] bytes, int from, int length) {
        String digits = string(bytes, from, length).trim();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static final Set<PosixFilePermission> READABLE = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);

    private static final Set<PosixFilePermission> EXECUTABLE = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE);
}
