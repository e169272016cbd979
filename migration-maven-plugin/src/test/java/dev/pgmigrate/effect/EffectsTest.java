package dev.pgmigrate.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which operations a statement is made of; what each does to its tables, {@link LockMatrixTest} holds against servers. */
class EffectsTest {
    private static final Replay BEFORE = replay("""
        create table p (id int primary key, code varchar(10) unique, note varchar(10));
                    create table t (id int primary key, a int, b text, p_id int references p, code varchar(10) references p (code));
                    create index t_a on t (a);
                    create unique index t_id on t (id);
                    alter table t add constraint b_there check (a > 0 and b is not null);
                    alter table t add constraint code_there check (code is not null) not valid;
                    alter table t add constraint positive_a check (a > 0);
                    create unique index t_proved on t (b);
                    create type mood as enum ('sad');
            create table r (n numeric(5, 2), at timestamp(3), day timestamp, list varchar(5)[], bits varbit(8));
            create table w (id int) partition by range (id);
                    create table w1 partition of w for values from (0) to (9);
                    create table k (id int, p_id int references p) partition by range (id);
                    create table loop (id int primary key, up int references loop);
                    create domain positive as int check (value > 0);
                    create domain unused as int;
                    create table d (n positive, m int);
                    create view v as select 1 as a;
                    create materialized view m as select 1 as a;
                    create schema s;
                    create table s.x (id int primary key);
                    create table y (x_id int references s.x);
                    create function steady() returns int immutable language sql as 'select 1';
                    create function shaky() returns int volatile language sql as 'select 1';
                    create function untold() returns int language sql as 'select 1';
        """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                truncate t | truncate public.t
                truncate p | truncate public.p
                truncate p cascade | truncate public.p, truncate public.t, truncate public.k
                drop table t | drop_table public.t, drop_table_references public.p
                drop table p cascade | drop_table public.p, drop_foreign_key public.t, drop_foreign_key public.p, drop_foreign_key public.k
                drop table w1 | drop_partition public.w1, drop_partition public.w
                drop schema s |
                drop schema s cascade | drop_table s.x, drop_foreign_key public.y, drop_foreign_key s.x
                drop view v | drop_view public.v
                drop materialized view m | drop_view public.m
                drop index t_a | drop_index public.t
                drop index concurrently t_a | drop_index_concurrently public.t
                drop index nowhere |
                drop trigger x on t | drop_trigger public.t
                drop policy x on t | drop_policy public.t
                drop rule x on t | drop_rule public.t
                drop function f() |
                create table n (id int) |
                create table n (t_id int references t, p_id int references p) | create_table_references public.t, create_table_references public.p
                create table n (p_id int, foreign key (p_id) references p) | create_table_references public.p
                create table n () inherits (t, p) | create_table_inherits public.t, create_table_inherits public.p
                create table w2 partition of w for values from (10) to (20) | create_partition_of public.w
                create table k2 partition of k for values from (10) to (20) | create_partition_of public.k, add_partition_references public.p
                create index on t (b) | create_index public.t
                create unique index concurrently i on s.x (id) | create_index_concurrently s.x
                create trigger x after insert on t execute function f() | create_trigger public.t
                create policy x on t | create_policy public.t
                alter policy x on t using (true) | alter_policy public.t
                create rule x as on insert to t do nothing | create_rule public.t
                create view n as select 1 |
                create publication x for table t, s.x | publish public.t, publish s.x
                create publication x for tables in schema s |
                alter publication x add table t | publish public.t
                create statistics st on a, b from t | create_statistics public.t
                refresh materialized view m | refresh public.m
                refresh materialized view concurrently m | refresh_concurrently public.m
                reindex table t | reindex public.t
                reindex index t_a | reindex public.t
                reindex index concurrently t_a | reindex_concurrently public.t
                reindex schema s |
                cluster t | cluster public.t
                cluster |
                vacuum t, p | vacuum public.t, vacuum public.p
                vacuum full t | vacuum_full public.t
                analyze t | analyze public.t
                alter table t rename to u | rename public.t
                alter view v rename to u | rename public.v
                alter index t_a rename to t_b | rename_index public.t_a
                alter index nowhere rename to t_b |
                alter table t rename column a to c | rename public.t
                alter table t rename constraint t_pkey to k | rename public.t
                alter trigger x on t rename to y | rename public.t
                alter policy x on t rename to y | rename public.t
                alter function f() rename to g |
                alter table t set schema s | set_schema public.t
                alter sequence q set schema s |
                comment on table t is 'x' | comment public.t
                comment on column t.a is 'x' | comment public.t
                comment on function f() is 'x' |
                alter domain positive set not null | validate_domain public.d
                alter domain positive validate constraint c | validate_domain public.d
                alter domain positive add constraint c check (value < 9) | validate_domain public.d
                alter domain positive add constraint c check (value < 9) not valid |
                alter domain positive drop not null |
                alter domain unused set not null |
                alter table t alter column a type bigint | change_type public.t
                alter table t alter column b type text | change_type_with_check public.t
                alter table t alter column code type varchar(20) | change_type_safely public.t, change_type_of_key_safely public.p
                alter table t alter column code type varchar(20) collate "C" | change_type_safely public.t, change_type_of_key_safely public.p
                alter table t alter column code type varchar(20) using code | change_type_safely public.t, change_type_of_key_safely public.p
                alter table t alter column code type varchar(20) using code::varchar(20) | change_type_safely public.t, change_type_of_key_safely public.p
                alter table t alter column code type varchar(20) using code::varchar(5) | change_type public.t, change_type_of_referencing public.p
                alter table t alter column code type varchar(20) using b | change_type public.t, change_type_of_referencing public.p
                alter table t alter column code type varchar(20) using t.code | change_type public.t, change_type_of_referencing public.p
                alter table t alter column code type varchar(5) | change_type public.t, change_type_of_referencing public.p
                alter table p alter column code type varchar(20) | change_type_safely public.p, change_type_of_key_safely public.t
                alter table p alter column id type bigint | change_type public.p, change_type_of_referenced public.t, change_type_of_referenced public.k
                alter table p alter column note type text | change_type_safely public.p
                alter table t alter column p_id type bigint | change_type public.t, change_type_of_referencing public.p
                alter table loop alter column id type bigint | change_type public.loop
                alter table unseen alter column id type bigint | change_type public.unseen
                alter table t alter column a set not null | set_not_null public.t
                alter table t alter column b set not null | set_not_null_proved public.t
                alter table t alter column id set not null | set_not_null_proved public.t
                alter table t alter column p_id set not null | set_not_null public.t
                alter table t alter column code set not null | set_not_null public.t
                alter table t add column c int | add_column public.t
                alter table t add column c int default 1 | add_column public.t
                alter table t add column c timestamptz default now() | add_column public.t
                alter table t add column c timestamptz default clock_timestamp() | add_column_volatile_default public.t
                alter table t add column c int default steady() | add_column public.t
                alter table t add column c int default shaky() | add_column_volatile_default public.t
                alter table t add column c int default untold() | add_column_volatile_default public.t
                alter table t add column c int default s.now() | add_column_volatile_default public.t
                alter table t add column c int default pg_catalog.now() | add_column public.t
                alter table t add column c int default pg_catalog.random() + 1 | add_column_volatile_default public.t
                alter table t add column c serial | add_column_serial public.t
                alter table t add column c int generated always as identity | add_column_identity public.t
                alter table t add column c int generated always as (a) stored | add_column_stored public.t
                alter table t add column c int generated always as (a) | add_column_virtual public.t
                alter table t add column c positive | add_column_constrained_domain public.t
                alter table t add column c unused | add_column public.t
                alter table t add column c int references p | add_column public.t, add_column_references public.t, add_column_references public.p
                alter table t add column c int default null references p | add_column public.t, add_column_references_default public.t, add_column_references_default public.p
                alter table t add column c int default 1 references p not enforced | add_column public.t, add_column_references public.t, add_column_references public.p
                alter table t add column c int not null | add_column_not_null public.t
                alter table t add column c int not null default null | add_column_not_null public.t
                alter table t add column c int not null default 1 | add_column public.t
                alter table t add column c int not null generated always as (a) virtual | add_column_not_null public.t
                alter table t add column if not exists a int not null default 1 references p | add_column public.t
                create table if not exists t (p_id int references p) |
                create index if not exists t_a on t (a) | create_index_if_not_exists public.t
                create index if not exists t_b on t (a) | create_index public.t
                create index concurrently if not exists t_a on t (a) | create_index_concurrently_if_not_exists public.t
                create index on only w (id) | create_index_on_only public.w
                create index on only t (b) | create_index public.t
                create index on w (id) | create_index public.w
                alter table t drop column p_id | drop_column public.t, drop_foreign_key public.t, drop_foreign_key public.p
                alter table p drop column id cascade | drop_column public.p, drop_foreign_key public.t, drop_foreign_key public.p, drop_foreign_key public.k
                alter table p drop constraint p_pkey cascade | drop_constraint public.p, drop_foreign_key public.t, drop_foreign_key public.p, drop_foreign_key public.k
                alter table p drop column note | drop_column public.p
                alter table p drop column if exists nowhere | drop_column public.p
                alter table t add column c int default 1 references p | add_column public.t, add_column_references_default public.t, add_column_references_default public.p
                alter table t add column c int check (c > 0) unique | add_column public.t, add_column_check public.t, add_column_key public.t
                alter table t add primary key using index t_a | add_primary_key_using_nullable_index public.t
                alter table t add primary key using index t_id | add_key_using_index public.t
                alter table t add primary key using index t_proved | add_key_using_index public.t
                alter table t add unique using index t_a | add_key_using_index public.t
                alter table t add unique (a) | add_key public.t
                alter table t add check (a > 0) | add_check public.t
                alter table t add check (a > 0) not valid | add_check_not_valid public.t
                alter table t add check (a > 0) not enforced | add_check_not_valid public.t
                alter table t add foreign key (a) references p | add_foreign_key public.t, add_foreign_key public.p
                alter table t add foreign key (a) references p not valid | add_foreign_key_not_valid public.t, add_foreign_key_not_valid public.p
                alter table t add exclude using gist (a with =) | add_exclusion public.t
                alter table t add not null a | add_not_null public.t
                alter table t add constraint n not null a not valid | add_not_null_not_valid public.t
                alter table t alter constraint t_p_id_fkey deferrable | alter_constraint public.t
                alter table t alter constraint t_p_id_fkey not enforced | unenforce_foreign_key public.t, unenforce_foreign_key public.p
                alter table t alter constraint t_p_id_fkey enforced | enforce_foreign_key public.t, enforce_foreign_key public.p
                alter table t drop constraint t_p_id_fkey | drop_foreign_key public.t, drop_foreign_key public.p
                alter table t drop constraint t_pkey | drop_constraint public.t
                alter table t drop constraint nowhere | drop_constraint public.t
                alter table t validate constraint t_p_id_fkey | validate_foreign_key public.t, validate_foreign_key public.p
                alter table t validate constraint positive_a | validate_check public.t
                alter table t inherit p | inherit public.t, inherit public.p
                alter table t no inherit p | no_inherit public.t
                alter table w attach partition t for values from (20) to (30) | attach_partition public.w, attach_partition public.t
                alter table k attach partition t for values from (20) to (30) | attach_partition public.k, attach_partition public.t, take_key_of_partition public.p
                alter table w detach partition w1 | detach_partition public.w, detach_partition public.w1
                alter table w detach partition w1 concurrently | detach_partition_concurrently public.w, detach_partition_concurrently public.w1
                alter table t drop column a, alter column b set default 'x' | drop_column public.t, set_default public.t
                alter materialized view m set (fillfactor = 70) | set_options public.m
                alter view v alter column a set default 1 |
                alter table t set without oids |
                alter foreign table t add column c int | add_column public.t
                insert into t values (1) |
                select 1 |
        """)
    void statementHasTheseEffectsAndNoOther(String sql, String expected) {
        Step step = BEFORE.tryOut(SqlFile.of(Path.of("next.sql"), "next.sql", sql))
                .steps()
                .get(0);

        String effects = Effects.of(step, new PostgresVersion(18)).stream()
                .map(effect -> effect.operation().name().toLowerCase(Locale.ROOT) + " " + effect.relation())
                .collect(Collectors.joining(", "));

        assertThat(effects).isEqualTo(expected == null ? "" : expected);
    }

    private static Replay replay(String sql) {
        Replay replay = new Replay(Runner.PSQL, List.of("public"));
        replay.run(SqlFile.of(Path.of("before.sql"), "before.sql", sql));
        return replay;
    }
}
