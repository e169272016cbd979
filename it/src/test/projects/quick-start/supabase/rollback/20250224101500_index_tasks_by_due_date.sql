DROP INDEX CONCURRENTLY IF EXISTS public.tasks_due_on_idx;
