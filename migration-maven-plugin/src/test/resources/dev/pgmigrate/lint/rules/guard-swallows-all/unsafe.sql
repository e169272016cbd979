-- postgres: 14+
-- file: 20250101000000_create_mood.sql
do $$ begin
    create type mood as enum ('happy', 'sad');
-- finding: `WHEN OTHERS` hides every error
exception when others then null;
end $$;
