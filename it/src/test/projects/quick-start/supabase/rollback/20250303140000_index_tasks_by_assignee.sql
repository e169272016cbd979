DROP INDEX CONCURRENTLY IF EXISTS public.tasks_assignee_id_idx;
