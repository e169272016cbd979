ALTER TYPE public.project_status ADD VALUE IF NOT EXISTS 'paused' BEFORE 'archived';
