-- postgres: 15+
-- file: 20250101000000_create_salaries.sql
create table if not exists salaries (id bigint primary key, person text, amount numeric);
create index if not exists salaries_person_idx on salaries (person);
alter table salaries enable row level security;
drop policy if exists own_salary on salaries;
create policy own_salary on salaries for select using (person = (select current_user));
-- finding: reads `public.salaries` with its owner's rights
create or replace view salary_list as select person, amount from salaries;
