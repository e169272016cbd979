-- history: partitions-by-month
-- file: 20260101000000_events.sql
create table events (at timestamptz not null, kind text, body jsonb) partition by range (at);
create table events_2026_01 partition of events for values from ('2026-01-01') to ('2026-02-01');
create index events_kind on events (kind);
-- file: 20260102000000_february.sql
create table if not exists events_2026_02 partition of events for values from ('2026-02-01') to ('2026-03-01');
-- file: 20260103000000_default.sql
create table events_rest partition of events default;
-- file: 20260104000000_detach.sql
alter table events detach partition events_2026_01;
-- file: 20260105000000_archive.sql
drop table if exists events_2026_01;

-- history: a-table-becomes-a-partition
-- file: 20260101000000_old.sql
create table measurements_old (at date not null, value numeric);
alter table measurements_old add constraint bounds check (at >= '2020-01-01' and at < '2026-01-01');
-- file: 20260102000000_new.sql
create table measurements (at date not null, value numeric) partition by range (at);
-- file: 20260103000000_attach.sql
alter table measurements attach partition measurements_old for values from ('2020-01-01') to ('2026-01-01');
alter table measurements_old drop constraint bounds;
-- file: 20260104000000_key.sql
alter table measurements add primary key (at);

-- history: hashes-below-lists
-- file: 20260101000000_tree.sql
create table hits (region text, id bigint, primary key (region, id)) partition by list (region);
create table hits_eu partition of hits for values in ('de', 'fr') partition by hash (id);
create table hits_eu_0 partition of hits_eu for values with (modulus 2, remainder 0);
create table hits_eu_1 partition of hits_eu for values with (modulus 2, remainder 1);
-- file: 20260102000000_column.sql
alter table hits add column if not exists seen boolean not null default false;
-- file: 20260103000000_index.sql
create index hits_seen on only hits (seen);
create index hits_eu_seen on hits_eu (seen);
alter index hits_seen attach partition hits_eu_seen;

-- history: an-index-below-and-above
-- file: 20260101000000_logs.sql
create table logs (at date, line text) partition by range (at);
create table logs_1 partition of logs for values from (minvalue) to ('2026-01-01');
-- file: 20260102000000_indexes.sql
create index logs_line on logs (line);
-- file: 20260103000000_drop.sql
drop index logs_line;
-- file: 20260104000000_again.sql
create index if not exists logs_line on logs (line);

-- history: parents-and-children
-- file: 20260101000000_parents.sql
create table media (id bigint primary key, title text not null);
create table films (minutes int) inherits (media);
create table songs (artist text) inherits (media);
-- file: 20260102000000_column.sql
alter table media add column year int;
-- file: 20260103000000_check.sql
alter table media add constraint media_year check (year > 1800);
-- file: 20260104000000_rename.sql
alter table media rename column title to name;
-- file: 20260105000000_leave.sql
alter table songs no inherit media;
-- file: 20260106000000_column_goes.sql
alter table media drop column if exists year;

-- history: a-queue
-- file: 20260101000000_jobs.sql
create table jobs (id bigserial primary key, state text not null default 'queued', run_at timestamptz default now());
create index jobs_due on jobs (run_at) where state = 'queued';
-- file: 20260102000000_notify.sql
create or replace function job_added() returns trigger language plpgsql as $job$
begin
    perform pg_notify('jobs', new.id::text);
    return null;
end
$job$;
drop trigger if exists job_added on jobs;
create trigger job_added after insert on jobs for each row execute function job_added();
-- file: 20260103000000_states.sql
alter table jobs drop constraint if exists jobs_state;
alter table jobs add constraint jobs_state check (state in ('queued', 'running', 'done'));

-- history: rollups
-- file: 20260101000000_facts.sql
create table facts (day date, amount numeric);
insert into facts select date '2026-01-01' + n, n from generate_series(0, 9) as n;
-- file: 20260102000000_view.sql
create materialized view weekly as select date_trunc('week', day) as week, sum(amount) as amount from facts group by 1;
create unique index weekly_week on weekly (week);
-- file: 20260103000000_refresh.sql
refresh materialized view weekly;
-- file: 20260104000000_more.sql
drop materialized view if exists weekly;
create materialized view weekly as
    select date_trunc('week', day) as week, sum(amount) as amount, count(*) as days from facts group by 1 with no data;
-- file: 20260105000000_owner.sql
alter materialized view weekly rename to by_week;

-- history: what-was-written-by-a-block
-- file: 20260101000000_make.sql
do $$
declare
    month date := '2026-01-01';
begin
    create table readings (at date not null, value int) partition by range (at);
    while month < '2026-04-01' loop
        execute format('create table %I partition of readings for values from (%L) to (%L)',
            'readings_' || to_char(month, 'YYYY_MM'), month, month + interval '1 month');
        month := month + interval '1 month';
    end loop;
end
$$;
-- file: 20260102000000_columns.sql
alter table readings add column unit text;

-- history: statistics-and-settings
-- file: 20260101000000_wide.sql
create table wide (a int, b int, c text);
create statistics wide_ab (dependencies, ndistinct) on a, b from wide;
-- file: 20260102000000_targets.sql
alter table wide alter column c set statistics 500;
alter table wide alter column c set storage external;
-- file: 20260103000000_statistics.sql
alter statistics wide_ab set statistics 200;
alter statistics if exists wide_ab rename to wide_stats;
-- file: 20260104000000_drop.sql
drop statistics if exists wide_stats;

-- history: copied-data
-- runner: psql
-- file: 20260101000000_countries.sql
create table countries (code char(2) primary key, name text not null);
-- file: 20260102000000_data.sql
copy countries (code, name) from stdin;
de	Germany
fr	France
\.
-- file: 20260103000000_more.sql
insert into countries values ('it', 'Italy') on conflict (code) do nothing;

-- history: rows-that-must-not-come-twice
-- file: 20260101000000_kinds.sql
create table kinds (id int primary key, name text unique);
insert into kinds (id, name) values (1, 'one'), (2, 'two');
-- file: 20260102000000_upsert.sql
insert into kinds (id, name) values (2, 'zwei') on conflict (id) do update set name = excluded.name;
-- file: 20260103000000_where_not_exists.sql
insert into kinds (id, name) select 3, 'three' where not exists (select from kinds where id = 3);
-- file: 20260104000000_merge.sql
update kinds set name = upper(name) where id = 1;
delete from kinds where id = 3;

-- history: a-log-without-a-key
-- file: 20260101000000_log.sql
create table audit_log (at timestamptz default now(), line text);
-- file: 20260102000000_first.sql
insert into audit_log (line) values ('migrated');
-- file: 20260103000000_identity.sql
alter table audit_log replica identity full;
-- file: 20260104000000_truncate.sql
truncate audit_log;

-- history: publications
-- file: 20260101000000_tables.sql
create table sent (id bigint primary key);
create table kept (id bigint primary key);
create publication outside for table sent;
-- file: 20260102000000_more.sql
alter publication outside add table kept;
-- file: 20260103000000_less.sql
alter publication outside drop table kept;
-- file: 20260104000000_set.sql
alter publication outside set table sent, kept;
-- file: 20260105000000_rename.sql
alter publication outside rename to inside;
