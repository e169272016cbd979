-- file: 001_comment.sql
-- finding: `001_comment.sql`
/* nothing /* at all */ here */
-- file: 002_semicolons.sql
-- finding: `002_semicolons.sql`
;;
-- file: 003_asserts.sql
-- migrate:requires table public.users
-- file: 004_do.sql
do $$ begin end $$;
