package dev.pgmigrate.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path base;

    @Test
    void makesAFolderThatNobodyElseCanLookInto() throws IOException {
        Path folder = FolderLock.folder(List.of(base));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(FolderLock.folder(List.of(base))).isEqualTo(folder);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesNoFolderThatOthersCouldWriteAndFollowsNoLink() throws IOException {
        Path open = FolderLock.folder(List.of(base.resolve("open")));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path real = FolderLock.folder(List.of(base.resolve("real")));
        Files.createDirectory(base.resolve("link"));
        Files.createSymbolicLink(base.resolve("link").resolve(real.getFileName()), real);
        List<Path> planted = List.of(base.resolve("open"), base.resolve("link"));

        assertThatThrownBy(() -> FolderLock.folder(planted)).isInstanceOf(IOException.class);
        assertThat(FolderLock.folder(List.of(base.resolve("open"), base.resolve("real"))))
                .isEqualTo(real);
    }
}
