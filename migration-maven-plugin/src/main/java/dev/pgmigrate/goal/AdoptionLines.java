package dev.pgmigrate.goal;

import dev.pgmigrate.apply.foreign.Adoption;
import dev.pgmigrate.apply.foreign.Adoption.Adopted;
import dev.pgmigrate.migration.Migration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Builds the table in which a person reviews the adoption of another tool's history. */
final class AdoptionLines {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private AdoptionLines() {}

    /** Returns a line for each file and for each row without one. */
    static List<FileLine> of(Adoption adoption) {
        List<FileLine> lines = new ArrayList<>();
        for (Adopted adopted : adoption.adopted()) {
            Migration file = adopted.file();
            lines.add(new FileLine(
                    file.path(), file.version().toString(), file.name(), FileState.BASELINE, remark(adopted)));
        }
        for (Adoption.Unmatched row : adoption.unmatched()) {
            String remark = row.failed() ? "failed there, so it does not count as applied" : "no file matches";
            lines.add(new FileLine("", row.version(), row.name(), FileState.UNMATCHED, remark));
        }
        for (Adoption.Unclear row : adoption.unclear()) {
            lines.add(new FileLine("", row.version(), row.name(), FileState.UNCLEAR, files(row)));
        }
        return lines;
    }

    private static String remark(Adopted adopted) {
        StringBuilder remark = new StringBuilder(adopted.evidence());
        if (adopted.appliedAtOrNull() != null) {
            remark.append(", ").append(TIME.format(adopted.appliedAtOrNull().atZone(ZoneId.systemDefault())));
        }
        if (adopted.appliedByOrNull() != null) {
            remark.append(" by ").append(adopted.appliedByOrNull());
        }
        if (adopted.millisOrNull() != null) {
            remark.append(", ").append(adopted.millisOrNull()).append(" ms");
        }
        return remark.toString();
    }

    private static String files(Adoption.Unclear row) {
        return String.join(
                " or ",
                row.candidates().stream()
                        .map(file -> String.valueOf(file.file().getFileName()))
                        .toList());
    }

    /** Returns a failure for each row that a person has to decide about. */
    static List<Failure> unclear(Adoption adoption) {
        return adoption.unclear().stream()
                .map(row -> Failure.of(
                        adoption.source() + " has " + (row.version() + " " + row.name()).strip() + "; "
                                + files(row)
                                + (row.candidates().size() == 1
                                        ? " has that version and another name."
                                        : " have that version, and nothing shows which of them ran."),
                        "Find out which one ran, and name it: -Dmigrate.adoptFiles=" + row.version() + "="
                                + row.candidates().get(0).file().getFileName() + ", or " + row.version()
                                + "=none if none of them did."))
                .toList();
    }
}
