package dev.pgmigrate.lint;

import dev.pgmigrate.migration.Migrations;

/** Decides what kind of database the files are for. */
final class Flavours {
    private Flavours() {}

    static Flavour of(Migrations migrations, Flavour configured) {
        if (configured != Flavour.AUTO) {
            return configured;
        }
        return migrations.areForSupabase() ? Flavour.SUPABASE : Flavour.PLAIN;
    }
}
