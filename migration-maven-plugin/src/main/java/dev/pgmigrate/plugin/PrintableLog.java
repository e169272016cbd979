package dev.pgmigrate.plugin;

import dev.pgmigrate.report.Printable;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Maven's log, made safe for arbitrary text: each line is prefixed with its level, and none can contain a command. */
final class PrintableLog implements Log {
    private final Log log;

    PrintableLog(Log log) {
        this.log = log;
    }

    private static void lines(CharSequence text, Consumer<CharSequence> level) {
        Printable.lines(text.toString()).forEach(level);
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence text) {
        lines(text, log::debug);
    }

    @Override
    public void debug(CharSequence text, Throwable error) {
        log.debug(Printable.line(text.toString()), PrintableCause.of("", error));
    }

    @Override
    public void debug(Throwable error) {
        log.debug(PrintableCause.of("", error));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence text) {
        lines(text, log::info);
    }

    @Override
    public void info(CharSequence text, Throwable error) {
        log.info(Printable.line(text.toString()), PrintableCause.of("", error));
    }

    @Override
    public void info(Throwable error) {
        log.info(PrintableCause.of("", error));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence text) {
        lines(text, log::warn);
    }

    @Override
    public void warn(CharSequence text, Throwable error) {
        log.warn(Printable.line(text.toString()), PrintableCause.of("", error));
    }

    @Override
    public void warn(Throwable error) {
        log.warn(PrintableCause.of("", error));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence text) {
        lines(text, log::error);
    }

    @Override
    public void error(CharSequence text, Throwable error) {
        log.error(Printable.line(text.toString()), PrintableCause.of("", error));
    }

    @Override
    public void error(Throwable error) {
        log.error(PrintableCause.of("", error));
    }
}
