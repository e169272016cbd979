DROP TABLE IF EXISTS public.projects;
DROP TYPE IF EXISTS public.project_status;
