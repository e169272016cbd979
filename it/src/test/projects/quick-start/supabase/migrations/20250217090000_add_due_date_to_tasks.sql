ALTER TABLE public.tasks ADD COLUMN IF NOT EXISTS due_on date;
