package dev.pgmigrate.it;

import dev.pgmigrate.server.ConnectionTarget;

/** On the oldest server that is supported. */
class ApplyToFourteenIT extends ApplyScenarios {
    @Override
    ConnectionTarget database() {
        return Databases.createOnFourteen();
    }
}
