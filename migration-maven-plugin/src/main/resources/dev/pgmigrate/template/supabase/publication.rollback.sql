${rollback_header}

DO $$ BEGIN
    ALTER PUBLICATION supabase_realtime DROP TABLE ${table};
EXCEPTION WHEN undefined_object THEN NULL;
END $$;
