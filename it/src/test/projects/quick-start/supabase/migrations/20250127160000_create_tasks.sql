CREATE TABLE IF NOT EXISTS public.tasks (
  id uuid DEFAULT gen_random_uuid() CONSTRAINT tasks_pkey PRIMARY KEY,
  project_id uuid NOT NULL CONSTRAINT tasks_project_id_fkey REFERENCES public.projects (id) ON DELETE CASCADE,
  assignee_id uuid CONSTRAINT tasks_assignee_id_fkey REFERENCES public.profiles (id) ON DELETE SET NULL,
  title text NOT NULL,
  done boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX IF NOT EXISTS tasks_project_id_idx ON public.tasks (project_id);

ALTER TABLE public.tasks ENABLE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS tasks_of_own_projects ON public.tasks;
CREATE POLICY tasks_of_own_projects ON public.tasks TO authenticated
  USING (project_id IN (SELECT id FROM public.projects WHERE owner_id = (SELECT auth.uid())))
  WITH CHECK (project_id IN (SELECT id FROM public.projects WHERE owner_id = (SELECT auth.uid())));
