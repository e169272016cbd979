import dev.pgmigrate.report.Reports;
import dev.pgmigrate.report.RuleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the pages of the rules into the folder that is given, where Maven's site takes them. */
final class RulePagesForSite {
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Reports.File file : RuleSite.files()) {
            Files.writeString(folder.resolve(file.name()), file.content().text());
        }
    }
}
