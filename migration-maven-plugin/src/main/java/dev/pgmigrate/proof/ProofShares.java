package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Divides the migrations of a plan among databases on which they are proved at the same time. */
final class ProofShares {
    /** Each of them also runs what comes before its share, and has a database copied. */
    private static final int FEWEST = 12;

    private static final int MOST = 4;

    /** What belongs to the server is seen from every database of it: two would be in each other's way. */
    private static final Pattern OF_THE_SERVER = Pattern.compile(
            "(?is)\\b(create|alter|drop|on)\\s+(role|user|group|tablespace|database|subscription|system)\\b"
                    + "|\\b(grant|revoke)\\s(?:(?!\\bon\\b)[^;])*?\\b(to|from)\\b|replication");

    private ProofShares() {}

    /**
     * Returns plans that prove a part each and together all, in the order of the migrations; or the plan alone.
     *
     * @param cores how many can be worked on at the same time
     */
    static List<ProofPlan> of(ProofPlan plan, DatabaseCopies copies, int cores) {
        List<String> proved = plan.migrations().stream()
                .map(Migration::path)
                .filter(plan.proved()::contains)
                .toList();
        int shares = Math.min(Math.min(MOST, cores), proved.size() / FEWEST);
        if (shares < 2 || !copies.areForOurselves() || files(plan).stream().anyMatch(ProofShares::isOfTheServer)) {
            return List.of(plan);
        }
        List<ProofPlan> plans = new ArrayList<>();
        for (int i = 0; i < shares; i++) {
            Set<String> share =
                    new LinkedHashSet<>(proved.subList(proved.size() * i / shares, proved.size() * (i + 1) / shares));
            plans.add(plan.proving(share));
        }
        return plans;
    }

    private static boolean isOfTheServer(SqlFile file) {
        return OF_THE_SERVER.matcher(file.source().text()).find();
    }

    private static List<SqlFile> files(ProofPlan plan) {
        List<SqlFile> files = new ArrayList<>(plan.last());
        plan.seeds().values().forEach(files::addAll);
        for (Migration migration : plan.migrations()) {
            files.add(migration.sql());
            MigrationProver.rollbackOf(migration).ifPresent(files::add);
        }
        return files;
    }
}
