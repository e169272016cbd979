-- kind: InsertStmt
insert into t values (1, default, 'x'), (2, 3, null);
insert into s.t as x (a, b.c, d[1], e[1:2].f) select 1, 2, 3, 4;
insert into t default values;
insert into t (a) overriding user value values (1);
insert into t overriding system value select 1;
insert into t (select 1);
insert into t ((select 1) union select 2);
insert into t (values) values (1);
insert into t (values (1));
insert into t table u;
insert into t with a as (select 1) select * from a;
with a as (select 1) insert into t select * from a returning *;
insert into t values (1) on conflict do nothing;
insert into t values (1) on conflict (a, lower(b), (c || d) collate "C" text_pattern_ops desc nulls first) where e > 0 do update set a = excluded.a, (b, c) = (1, 2), d[1] = default where t.a > 1 returning a, b as c, *;
insert into t values (1) on conflict on constraint c do nothing returning with (old as o, new as n) o.a, n.a;
-- kind: UpdateStmt
update t set a = 1;
update only s.t as x set a = b + 1, b.c = default, d[1] = 2, (e, f) = (1, 2), (g, h) = (select 1, 2), (i) = row(1) from u, v join w on true where t.a = u.a returning *;
update t * set a = 1 where current of c;
update t x set a = 1 where current = of;
with a as (select 1) update t set x = 1 from a returning with (new as n) n.*;
update only (t) set a = (select max(b) from u);
-- kind: DeleteStmt
delete from t;
delete from only t as x using u, v left join w on true where x.a = u.a returning x.*, 1 as one;
delete from t where current of c;
with recursive a as (select 1) delete from t x where a in (table a);
-- kind: MergeStmt
merge into t using u on t.a = u.a when matched then update set b = u.b when not matched then insert (a, b) values (u.a, default);
with a as (select 1) merge into only t as x using (select 1 as a) y on x.a = y.a
    when matched and y.a > 1 then delete
    when matched then do nothing
    when not matched by source and x.b then update set (a, b) = (1, 2)
    when not matched by source then delete
    when not matched by target and true then insert overriding user value values (1)
    when not matched then insert (a, b.c) overriding system value values (1, 2)
    when not matched then insert default values
    when not matched then insert values (1, 2)
    when not matched then do nothing
    returning with (old as o) merge_action(), o.*;
merge into t x using u join v on true on true when matched then do nothing;
