package dev.pgmigrate.lint.rules.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what opens a door: keys and tokens that have a form of their own, and passwords in connection strings.
 *
 * <p>What is public by design (the anonymous key of an API, the keys of a local demo) and what only stands in for a secret
 * is left alone.
 */
final class CredentialPatterns {
    /** Beginnings that nothing else has, and what they begin. */
    private static final String[][] PREFIXES = {
        {"AKIA", "An access key of AWS"},
        {"sk_live_", "A live key of Stripe"},
        {"rk_live_", "A live key of Stripe"},
        {"whsec_", "A webhook secret"},
        {"sb_secret_", "A secret key of Supabase"},
        {"sbp_", "An access token of Supabase"},
        {"ghp_", "A token of GitHub"},
        {"github_pat_", "A token of GitHub"},
        {"glpat-", "A token of GitLab"},
        {"xoxb-", "A token of Slack"},
        {"xoxp-", "A token of Slack"},
    };

    private static final int SHORTEST_KEY = 12;
    private static final int LONGEST_HEADER = 80;
    private static final String BEGIN = "-----BEGIN ";
    private static final String PRIVATE_KEY = "PRIVATE KEY-----";

    private final SourceText text;
    private final List<Credential> found = new ArrayList<>();

    /**
     * One of them.
     *
     * @param kind what it is, to begin a sentence with
     * @param range where it is
     */
    record Credential(String kind, SourceRange range) {}

    private CredentialPatterns(SourceText text) {
        this.text = text;
    }

    /** Returns those in {@code text}. */
    static List<Credential> in(SourceText text) {
        CredentialPatterns credentials = new CredentialPatterns(text);
        for (String[] prefix : PREFIXES) {
            credentials.prefixed(prefix[0], prefix[1]);
        }
        credentials.tokens();
        credentials.privateKeys();
        credentials.urls();
        return credentials.found;
    }

    private void prefixed(String prefix, String kind) {
        for (int at = text.indexOf(prefix, 0); at >= 0; at = text.indexOf(prefix, at + 1)) {
            int end = endOfWord(at + prefix.length());
            if (startsWord(at) && end - at - prefix.length() >= SHORTEST_KEY && isRandom(at + prefix.length(), end)) {
                found.add(new Credential(kind, new SourceRange(at, end)));
            }
        }
    }

    /** JSON Web Tokens: three parts of base64, the first two of which are JSON. */
    private void tokens() {
        for (int at = text.indexOf("eyJ", 0); at >= 0; at = text.indexOf("eyJ", at + 1)) {
            int first = endOfWord(at);
            int second = first < text.length() && text.charAt(first) == '.' ? endOfWord(first + 1) : first;
            int third = second > first && second < text.length() && text.charAt(second) == '.'
                    ? endOfWord(second + 1)
                    : second;
            if (!startsWord(at)
                    || third - second < SHORTEST_KEY
                    || !decoded(at, first).contains("\"alg\"")) {
                continue;
            }
            String claims = decoded(first + 1, second);
            boolean open = claims.contains("\"anon\"") || claims.contains("supabase-demo");
            if (!open && claims.startsWith("{")) {
                String kind = claims.contains("\"service_role\"") ? "The key of service_role" : "A JSON Web Token";
                found.add(new Credential(kind, new SourceRange(at, third)));
            }
        }
    }

    private void privateKeys() {
        for (int at = text.indexOf(BEGIN, 0); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
            String header = text.substring(at, Math.min(at + LONGEST_HEADER, text.length()));
            int head = header.indexOf(PRIVATE_KEY);
            int end =
                    head >= 0 && !header.substring(0, head).contains("\n") ? text.indexOf("-----END ", at + head) : -1;
            if (end >= 0) {
                int tail = text.indexOf(PRIVATE_KEY, end);
                found.add(new Credential(
                        "A private key", new SourceRange(at, tail < 0 ? end : tail + PRIVATE_KEY.length())));
            }
        }
    }

    /** {@code postgres://user:password@host}: the password. */
    private void urls() {
        for (int at = text.indexOf("://", 0); at >= 0; at = text.indexOf("://", at + 1)) {
            int start = at + 3;
            int end = start;
            while (end < text.length()
                    && !Character.isWhitespace(text.charAt(end))
                    && "'\"`<>()/;".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String authority = text.substring(start, end);
            int host = authority.lastIndexOf('@');
            int colon = authority.indexOf(':');
            if (at > 0 && host > colon && colon > 0) {
                String password = authority.substring(colon + 1, host);
                boolean local =
                        authority.startsWith("localhost", host + 1) || authority.startsWith("127.0.0.1", host + 1);
                if (!local && !standsIn(password, authority.substring(0, colon))) {
                    found.add(new Credential(
                            "The password of a connection", new SourceRange(start + colon + 1, start + host)));
                }
            }
        }
    }

    private static boolean standsIn(String password, String user) {
        String word = password.toLowerCase(Locale.ROOT);
        return word.isEmpty()
                || word.equals(user.toLowerCase(Locale.ROOT))
                || !Character.isLetterOrDigit(word.charAt(0))
                || word.contains("pass")
                || word.contains("secret")
                || word.contains("your")
                || word.contains("xxx")
                || word.equals("postgres")
                || word.equals("pw")
                || word.equals("changeme");
    }

    /** A key has letters and digits that do not repeat; {@code sk_live_your_key_here} and {@code xxxx} have not. */
    private boolean isRandom(int start, int end) {
        boolean digit = false;
        Set<Character> signs = new HashSet<>();
        for (int i = start; i < end; i++) {
            digit |= Character.isDigit(text.charAt(i));
            signs.add(text.charAt(i));
        }
        return digit && signs.size() >= SHORTEST_KEY / 2;
    }

    private boolean startsWord(int at) {
        return at == 0 || !isWord(text.charAt(at - 1));
    }

    private int endOfWord(int start) {
        int end = start;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
    }

    private String decoded(int start, int end) {
        try {
            return new String(Base64.getUrlDecoder().decode(text.substring(start, end)), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
