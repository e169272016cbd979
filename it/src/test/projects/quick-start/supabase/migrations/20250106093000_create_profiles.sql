-- One profile for each user who signed up.
CREATE TABLE IF NOT EXISTS public.profiles (
  id uuid CONSTRAINT profiles_pkey PRIMARY KEY
    CONSTRAINT profiles_id_fkey REFERENCES auth.users (id) ON DELETE CASCADE,
  display_name text NOT NULL CONSTRAINT profiles_display_name_check CHECK (char_length(display_name) BETWEEN 1 AND 80),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE OR REPLACE FUNCTION public.set_updated_at() RETURNS trigger
LANGUAGE plpgsql
SET search_path = ''
AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER profiles_set_updated_at
  BEFORE UPDATE ON public.profiles
  FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS profiles_read ON public.profiles;
CREATE POLICY profiles_read ON public.profiles FOR SELECT TO authenticated USING (true);

DROP POLICY IF EXISTS profiles_write_own ON public.profiles;
CREATE POLICY profiles_write_own ON public.profiles FOR UPDATE TO authenticated
  USING (id = (SELECT auth.uid()))
  WITH CHECK (id = (SELECT auth.uid()));
