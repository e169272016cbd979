${header}
-- Description: Send the changes of ${table} to Realtime

DO $$ BEGIN
    ALTER PUBLICATION supabase_realtime ADD TABLE ${table};
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
