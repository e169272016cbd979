-- The planted mistake: nobody can write a task until this index is built.
CREATE INDEX IF NOT EXISTS tasks_assignee_id_idx ON public.tasks (assignee_id);
