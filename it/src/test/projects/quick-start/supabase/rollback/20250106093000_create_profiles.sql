DROP TABLE IF EXISTS public.profiles;
DROP FUNCTION IF EXISTS public.set_updated_at();
