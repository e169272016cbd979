-- file: 20250101000000_create_jobs.sql
create table if not exists jobs (id bigint primary key, state text);
-- file: 20250102000000_fill.sql
do $$
declare job record; wanted bigint := 3;
begin
  for job in select id from jobs where state is null loop
    update jobs set state = 'new' where id = job.id;
  end loop;
  update jobs set state = 'new' where id = wanted;
  -- finding: every row of `jobs`
  update jobs set state = 'new' where state is null;
end $$;
