package dev.pgmigrate.proof;

import dev.pgmigrate.effect.Work;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.SourceRange;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a statement does to a table that was there before, observed beside predicted.
 *
 * @param statement the statement, in the text of the file
 * @param table the table
 * @param modeOrNull the lock that the server holds, or null if it holds none stronger than for reading
 * @param predictedOrNull the lock that was predicted, or null if none was; locks of reads and writes are not predicted
 * @param predictedWork the most that was predicted to be done to the table
 * @param rewrites whether the table was rewritten
 * @param scans whether all its rows were read
 * @param held how long the lock was held until the transaction ended
 */
public record LockLine(
        SourceRange statement,
        QualifiedName table,
        @Nullable LockMode modeOrNull,
        @Nullable LockMode predictedOrNull,
        Work predictedWork,
        boolean rewrites,
        boolean scans,
        Duration held) {
    public Optional<LockMode> mode() {
        return Optional.ofNullable(modeOrNull);
    }

    public Optional<LockMode> predicted() {
        return Optional.ofNullable(predictedOrNull);
    }

    /** Returns whether what was predicted would have told people otherwise about who has to wait. */
    public boolean isSurprising() {
        return modeOrNull != predictedOrNull && (blocksWrites(modeOrNull) || blocksWrites(predictedOrNull));
    }

    /** Returns whether it took as long as was predicted, in proportion to the table; what is rewritten may be read by an index. */
    public boolean isWorkAsPredicted() {
        return rewrites == (predictedWork == Work.REWRITE) && (rewrites || scans == predictedWork.reads());
    }

    private static boolean blocksWrites(@Nullable LockMode mode) {
        return mode != null && mode.blocksWrites();
    }
}
