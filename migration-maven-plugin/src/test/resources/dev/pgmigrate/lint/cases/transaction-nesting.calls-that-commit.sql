-- refused: 2D000
-- file: 20250101000000_create.sql
create procedure steps() language plpgsql as $$ begin commit; end $$;
create procedure quiet() language plpgsql as $$ begin perform 1; end $$;
create procedure either() language plpgsql as $$ begin commit; end $$;
create procedure either(a int) language plpgsql as $$ begin perform 1; end $$;
-- file: 20250102000000_call.sql
-- finding: commits inside a transaction
call steps();
call quiet();
call either(1);
-- finding: commits inside a transaction
do $$ begin rollback; end $$;
-- file: 20250103000000_alone.sql
-- migrate:transaction off
call steps();
