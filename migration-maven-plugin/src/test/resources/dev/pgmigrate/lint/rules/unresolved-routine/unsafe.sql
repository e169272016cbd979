-- postgres: 14+
-- file: 20250101000000_close_books.sql
create or replace procedure close_books() language sql as $$ select 1; $$;
-- file: 20250102000000_drop_close_books.sql
-- finding: is not a function
drop function if exists close_books();
