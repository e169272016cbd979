-- Tasks are written all day: the index is built beside them.
CREATE INDEX CONCURRENTLY IF NOT EXISTS tasks_due_on_idx ON public.tasks (due_on) WHERE NOT done;
