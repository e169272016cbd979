package dev.pgmigrate.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A browser without a window and with one page, driven by the DevTools protocol over a pipe: no port is opened, and the
 * browser ends with whoever holds the pipe.
 */
final class Chromium implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 120;
    private static final String END = "";

    /** The protocol is read from file descriptor 3 and written to 4, which Java cannot hand to a process. */
    private static final String WITH_PIPES = "exec \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null";

    private final Process process;
    private final Path errors;
    private final OutputStream commands;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final List<String> requests = new ArrayList<>();
    private final String session;
    private int lastId;

    private Chromium(Path program, Path folder) throws IOException {
        errors = folder.resolve("browser.log");
        process = new ProcessBuilder(
                        "sh",
                        "-c",
                        WITH_PIPES,
                        "sh",
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--remote-debugging-pipe",
                        "--user-data-dir=" + folder.resolve("profile"))
                .redirectError(errors.toFile())
                .start();
        commands = process.getOutputStream();
        Thread reader = new Thread(this::read, "chromium");
        reader.setDaemon(true);
        reader.start();
        String target = call("", "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asText();
        session = call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asText();
        call("Network.enable", Map.of());
        call("Page.enable", Map.of());
    }

    /** Returns the browser that is installed, if one is. */
    static Optional<Path> find() {
        List<String> names = List.of(
                "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return names.stream()
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path program, Path folder) throws IOException {
        return new Chromium(program, folder);
    }

    /** Shows a page at this size, and returns when it has loaded. */
    void open(String address, int width, int height, boolean dark) throws IOException {
        String scheme = dark ? "dark" : "light";
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        media("", scheme);
        // The same address with another fragment would not load the page again.
        call("Page.navigate", Map.of("url", "about:blank"));
        requests.clear();
        call("Page.navigate", Map.of("url", address));
        evaluate("new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))");
    }

    void media(String media, String scheme) throws IOException {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Returns what the page has asked for since it was opened. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns the value of a script, awaited where it is a promise. */
    JsonNode evaluate(String script) throws IOException {
        JsonNode answer = call(
                "Runtime.evaluate",
                Map.of("expression", script, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(script + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Returns when a condition holds; what an event leads to may come a moment after it. */
    void await(String condition) throws IOException {
        evaluate("""
            new Promise((done, failed) => {
              const end = Date.now() + %d;
              const look = () => %s ? done() : Date.now() > end ? failed('never came') : setTimeout(look, 10);
              look();
            })""".formatted(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS) / 2, condition));
    }

    String text(String script) throws IOException {
        return evaluate(script).asText();
    }

    /** Presses the mouse where the first element of this selector is: what covers it, is hit instead. */
    void click(String selector) throws IOException {
        JsonNode place = evaluate("""
            (() => {
              const node = document.querySelector(`%s`);
              node.scrollIntoView({block: "center"});
              const box = node.getBoundingClientRect();
              return {x: box.x + box.width / 2, y: box.y + box.height / 2};
            })()""".formatted(selector));
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", place.get("x"), "y", place.get("y"), "button", "left", "clickCount", 1));
        }
    }

    void press(String key, int code) throws IOException {
        for (String type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    void type(String text) throws IOException {
        call("Input.insertText", Map.of("text", text));
    }

    byte[] screenshot() throws IOException {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", Map.of()).get("data").asText());
    }

    JsonNode call(String method, Map<String, Object> parameters) throws IOException {
        return call(session, method, parameters);
    }

    private JsonNode call(String inSession, String method, Map<String, Object> parameters) throws IOException {
        ObjectNode command = JSON.createObjectNode().put("id", ++lastId).put("method", method);
        command.set("params", JSON.valueToTree(parameters));
        if (!inSession.isEmpty()) {
            command.put("sessionId", inSession);
        }
        commands.write(JSON.writeValueAsBytes(command));
        commands.write(0);
        commands.flush();
        for (JsonNode message = next(method); ; message = next(method)) {
            if (message.path("id").asInt() == lastId) {
                if (message.has("error")) {
                    throw new AssertionError(method + ": " + message.get("error"));
                }
                return message.get("result");
            }
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                requests.add(message.at("/params/request/url").asText());
            }
        }
    }

    private JsonNode next(String waitingFor) throws IOException {
        try {
            String message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null || message.equals(END)) {
                throw new AssertionError("The browser gave no answer to " + waitingFor + ". It wrote:\n" + log());
            }
            return JSON.readTree(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + waitingFor, e);
        }
    }

    private String log() throws IOException {
        try (Stream<String> lines = Files.lines(errors)) {
            return String.join("\n", lines.toList());
        }
    }

    private void read() {
        try (InputStream in = new BufferedInputStream(process.getInputStream())) {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == 0) {
                    messages.add(message.toString(StandardCharsets.UTF_8));
                    message.reset();
                } else {
                    message.write(next);
                }
            }
        } catch (IOException closed) {
            // As at the end of the stream: whoever waits is told below.
        } finally {
            messages.add(END);
        }
    }

    /** Ends the browser and whatever it started, so that nobody writes to its folder any more. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> started = process.descendants().toList();
        call("", "Browser.close", Map.of());
        commands.close();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
