-- The table that hand-written templates keep their versions in, so that their INSERTs find one.
CREATE TABLE IF NOT EXISTS public.schema_migrations (
  version text PRIMARY KEY,
  name text,
  description text,
  checksum text,
  execution_time_ms bigint,
  success boolean DEFAULT true,
  applied_by text DEFAULT current_user,
  applied_at timestamptz DEFAULT now(),
  executed_at timestamptz DEFAULT now(),
  created_at timestamptz DEFAULT now()
);
