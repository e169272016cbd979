-- What the migrations of NewLawsTest find: tables in use, one with row level security and one without.
DO $$ BEGIN
    CREATE TYPE public.user_status AS ENUM ('draft', 'active', 'archived', 'retired');
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;

CREATE TABLE IF NOT EXISTS public.users (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id bigint,
    status public.user_status NOT NULL DEFAULT 'draft',
    email text NOT NULL,
    handle text DEFAULT 'none',
    note text,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS public.notes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    author_id bigint,
    user_id bigint,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS public.roles (code text PRIMARY KEY, label text NOT NULL);

CREATE INDEX IF NOT EXISTS users_handle_idx ON public.users (handle);
CREATE INDEX IF NOT EXISTS users_user_id_idx ON public.users (user_id);
CREATE INDEX IF NOT EXISTS notes_user_id_idx ON public.notes (user_id);

ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS notes_insert ON public.notes;
CREATE POLICY notes_insert ON public.notes FOR INSERT TO PUBLIC WITH CHECK (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::bigint));
