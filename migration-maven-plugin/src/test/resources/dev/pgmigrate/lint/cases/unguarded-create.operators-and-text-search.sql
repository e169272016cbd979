-- postgres: 14+
-- file: 20250101000000_create.sql
-- finding: fails with 42723
create operator === (function = int4eq, leftarg = int, rightarg = int);
do $$ begin
    create operator ==== (function = int4eq, leftarg = int, rightarg = int);
exception when duplicate_function then null;
end $$;
-- finding: fails with 23505
create text search configuration plain (copy = simple);
-- finding: fails with 23505
create text search dictionary words (template = simple);
do $$ begin
    create text search dictionary guarded_words (template = simple);
exception when unique_violation then null;
end $$;
