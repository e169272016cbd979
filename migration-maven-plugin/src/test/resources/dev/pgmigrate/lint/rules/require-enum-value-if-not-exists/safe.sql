-- postgres: 14+
-- file: 20250101000000_create_mood.sql
do $$ begin create type mood as enum ('happy', 'sad'); exception when duplicate_object then null; end $$;
-- file: 20250102000000_add_calm.sql
alter type mood add value if not exists 'calm';
