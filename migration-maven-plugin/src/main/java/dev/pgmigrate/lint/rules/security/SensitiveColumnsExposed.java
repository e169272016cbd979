package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.Table;
import java.util.Locale;
import java.util.Set;

/** Reports columns with secrets in a table that the API serves without row-level security. */
final class SensitiveColumnsExposed extends FolderRule {
    private static final Set<String> SECRETS = Set.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "password_hash",
            "password_digest",
            "encrypted_password",
            "secret",
            "secret_key",
            "private_key",
            "api_key",
            "apikey",
            "access_key",
            "token",
            "access_token",
            "refresh_token",
            "auth_token",
            "api_token",
            "session_token",
            "bearer_token",
            "reset_token",
            "client_secret",
            "otp_secret",
            "totp_secret",
            "ssn",
            "social_security_number",
            "tax_id",
            "passport_number",
            "credit_card",
            "credit_card_number",
            "card_number",
            "cvv",
            "cvc",
            "iban",
            "bank_account_number");

    SensitiveColumnsExposed() {
        super(Facts.off(Category.SECURITY).inSupabase(Severity.WARNING).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (Table table : context.end().certain().tables()) {
            if (!table.created()
                    || table.temporary()
                    || table.partitionOf() != null
                    || table.rowSecurity().isPresent()
                    || !Exposure.isReadable(table.name(), context)) {
                continue;
            }
            for (Table.Column column : table.columns().all()) {
                if (SECRETS.contains(column.name().toLowerCase(Locale.ROOT))) {
                    reporter.report(
                                    column.origin(),
                                    "Anybody with the API's public key reads `" + column.name() + "` of `"
                                            + table.name() + "`, since row-level security is off on it",
                                    "Enable row-level security on "
                                            + table.name().sql() + ".")
                            .assumedIf(table.rowSecurity() == Presence.UNKNOWN);
                    break;
                }
            }
        }
    }
}
