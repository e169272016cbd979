package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Rule;
import java.util.List;

/** The rules of this package, one a line in alphabetical order, so that two authors seldom meet in the same line. */
public final class SecurityRules {
    // spotless:off
    public static final List<Rule> ALL = List.of(
            new AlterSystem(),
            new AuthRlsInitplan(),
            new CreateLanguageUntrusted(),
            new DisableRls(),
            new ExtensionAllowlist(),
            new ExtensionInPublic(),
            new FkeyToAuthUnique(),
            new ForeignTableInApi(),
            new GrantAdminOption(),
            new GrantAll(),
            new GrantToPublic(),
            new GrantWithGrantOption(),
            new MatviewInApi(),
            new MultiplePermissivePolicies(),
            new PlaintextPassword(),
            new PolicyAlwaysTrue(),
            new PolicyExistsRlsDisabled(),
            new PolicyRecreateNotAtomic(),
            new PolicyReferencesUserMetadata(),
            new PolicyWithoutRole(),
            new RlsColumnUnindexed(),
            new RlsDisabled(),
            new RlsEnabledNoPolicy(),
            new RoleDdl(),
            new SecretInMigration(),
            new SecurityDefinerExecutable(),
            new SecurityDefinerSearchPath(),
            new SecurityDefinerView(),
            new SensitiveColumnsExposed(),
            new SensitiveViewExposed(),
            new SuperuserRole());
    // spotless:on

    private SecurityRules() {}
}
