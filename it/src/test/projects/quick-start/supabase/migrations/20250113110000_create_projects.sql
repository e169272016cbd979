DO $$
BEGIN
  CREATE TYPE public.project_status AS ENUM ('draft', 'active', 'archived');
EXCEPTION
  WHEN duplicate_object THEN NULL;
END
$$;

CREATE TABLE IF NOT EXISTS public.projects (
  id uuid DEFAULT gen_random_uuid() CONSTRAINT projects_pkey PRIMARY KEY,
  owner_id uuid NOT NULL CONSTRAINT projects_owner_id_fkey REFERENCES public.profiles (id) ON DELETE CASCADE,
  title text NOT NULL,
  status public.project_status NOT NULL DEFAULT 'draft',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- The table is as new as its index, so nobody waits for it.
CREATE INDEX IF NOT EXISTS projects_owner_id_idx ON public.projects (owner_id);

CREATE OR REPLACE TRIGGER projects_set_updated_at
  BEFORE UPDATE ON public.projects
  FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

ALTER TABLE public.projects ENABLE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS projects_own ON public.projects;
CREATE POLICY projects_own ON public.projects TO authenticated
  USING (owner_id = (SELECT auth.uid()))
  WITH CHECK (owner_id = (SELECT auth.uid()));
