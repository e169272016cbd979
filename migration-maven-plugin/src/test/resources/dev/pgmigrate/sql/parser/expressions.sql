-- kind: SelectStmt
select a or b and not c is null = d, not not a, a and (b or c) and d;
select a is null, a is not null, a isnull, a notnull, a is true, a is not true, a is false, a is not false, a is unknown, a is not unknown, a is document, a is not document, a is null is null;
select a is distinct from b, a is not distinct from b and c, a is normalized, a is not normalized, a is nfc normalized, a is not nfkd normalized, a is nfd normalized, a is nfkc normalized;
select a is json, a is not json, a is json value, a is json array, a is json object with unique keys, a is json scalar without unique keys, a is json with unique, a is json without unique;
select a < b, a > b, a = b, a <= b, a >= b, a <> b, (a < b) = (c < d), a = b is true;
select a between 1 and 2, a not between b + 1 and c * 2 and d, a between symmetric 2 and 1, a between asymmetric 1 and 2, a not between symmetric 1 and 2;
select a in (1, 2), a not in (1), a in (select 1), a not in (select 1 union select 2), (a, b) in ((1, 2), (3, 4)), a in ((select 1), 2), a in ((select 1));
select a like 'x', a not like 'x' escape '\', a ilike 'x', a not ilike 'x' escape '!', a similar to 'x', a not similar to 'x' escape 'y', a like b || c escape d;
select a = any (b), a = some (array[1]), a <> all (select 1), a like any (b), a not like all (b), a ilike any (b), a not ilike all (select 'x'), a operator(pg_catalog.=) any (b), a + any ((select 1));
select a + b - c * d / e % f ^ g, -a ^ 2, a || b || c, a operator(s.+) b, operator(-) a, ~ a, a & b | c # d;
select a at time zone 'utc', a at time zone 'utc' at time zone interval '1' hour, a at local, a collate "C", a collate pg_catalog."de-x" || b;
select a::int, a::s.t, a::varchar(3)[], a::int[3][], cast(a as int array), cast(a as int array[4]), cast(a as setof int), a::interval day to second(3), a::interval(3), a::bit varying(3), a::timestamp(3) with time zone;
select a.b, s.a.b, d.s.a.b, a.*, s.a.*, (a).b, (a).*, ((a).b).c, a.b[1], a[1], a[1][2].x, a[1:2], a[:2], a[1:], a[:], (array[1, 2])[1], (select a).b, (select a)[1], $1.x;
select case when a then b end, case a when 1 then 'one' when 2 then 'two' else 'many' end, case when a then case b when c then d end end;
select array[1, 2, 3], array[[1, 2], [3, 4]], array[]::int[], array(select 1), array[array[1], array[2]];
select row(), row(1), row(1, 2), (1, 2), (1, 2) = (3, 4), row(a.*), ((1, 2)), (a, (b, c));
select exists (select 1), not exists ((select 1)), (select 1), ((select 1)), (((select 1) + 1)), ((select 1) union (select 2)), ((select 1) order by 1), ((values (1))) ;
select (a, b) overlaps (c, d), row(a, b) overlaps row(c, d), 1 + 1 is null;
select f(), f(1), s.f(1, 2), f(a => 1, b := 2), f(1, variadic array[2]), f(variadic a => array[1]), f(all a), f(distinct a, b), f(*), f(a order by b desc nulls last, c), s.f(distinct a order by a), left('x', 1);
select count(*) filter (where a), sum(a) over (), sum(a) over w, sum(a) filter (where b) over (partition by c, d order by e), percentile_cont(0.5) within group (order by a) filter (where b) over (w);
select sum(a) over (w rows 1 preceding), sum(a) over (order by b range between unbounded preceding and current row exclude current row),
    sum(a) over (rows between 1 preceding and 2 following exclude group), sum(a) over (groups between current row and unbounded following exclude ties),
    sum(a) over (rows unbounded preceding exclude no others), sum(a) over (partition by a rows between b + 1 following and 3 following);
select current_date, current_time, current_time(3), current_timestamp, current_timestamp(0), localtime, localtime(1), localtimestamp, localtimestamp(2), current_role, current_user, session_user,
    system_user, user, current_catalog, current_schema, current_schema();
select coalesce(a, b), greatest(1, 2), least(1), nullif(a, b), collation for (a), extract(year from a), extract('epoch' from a), extract(dow from a), extract(second from a), normalize(a), normalize(a, nfkc);
select overlay(a placing b from 1), overlay(a placing b from 1 for 2), overlay(a, b, 1), overlay(), position('a' in 'b'), position(a || b in c), substring(a from 1), substring(a for 2), substring(a from 1 for 2),
    substring(a for 2 from 1), substring(a similar b escape c), substring(a, 1), substring(), substring(a similar to b, c), substring(x => 1);
select trim(a), trim(both from a), trim(both 'x' from a), trim(leading 'x' from a, b), trim(trailing from a), trim('x' from a), trim(from a), trim(a, b), treat(a as s.t);
select xmlconcat(a, b), xmlelement(name foo), xmlelement(name foo, xmlattributes(a, b as c)), xmlelement(name "select", xmlattributes(a), b, c), xmlelement(name foo, a), xmlexists('//a' passing b),
    xmlexists('//a' passing by ref b by value), xmlexists('//a' passing b by ref), xmlforest(a, b as c), xmlparse(document a), xmlparse(content a preserve whitespace), xmlparse(content a strip whitespace),
    xmlpi(name foo), xmlpi(name foo, a), xmlroot(a, version b), xmlroot(a, version no value, standalone yes), xmlroot(a, version '1', standalone no), xmlroot(a, version '1', standalone no value),
    xmlserialize(content a as text), xmlserialize(document a as varchar(3) indent), xmlserialize(content a as text no indent);
select json(a), json(a format json with unique keys), json_scalar(1), json_serialize(a format json encoding utf8 returning text), json_object(), json_object('a': 1, b value 2 null on null with unique keys returning jsonb),
    json_object('{}'), json_object(keys, a + 1), json_object(a => 1, b => 2), json_object(returning text), json_object('a' : 1 absent on null without unique), json_object((a + b) value c, d || e : f format json),
    json_array(), json_array(1, a format json absent on null returning jsonb format json), json_array(select 1 order by 1 returning text), json_array(values (1) format json), json_array(returning json), json_array(1 null on null);
select json_objectagg(a : b), json_objectagg(a value b absent on null with unique keys returning jsonb) filter (where c) over (partition by d), json_arrayagg(a order by b null on null returning text) over w, json_arrayagg(a);
select json_exists(a, '$.b'), json_exists(a, '$.b' passing 1 as x, 2 as "y" unknown on error), json_value(a, '$'), json_value(a format json, '$' passing b as c returning int default 1 on empty error on error),
    json_value(a, '$' null on error), json_query(a, '$' returning text format json with conditional array wrapper keep quotes on scalar string empty array on empty empty object on error),
    json_query(a, '$' without wrapper omit quotes empty on empty), json_query(a, '$' with unconditional wrapper keep quotes null on empty), json_query(a, '$' with wrapper), json_query(a, '$' without array wrapper), json_exists(a, '$' true on error),
    json_exists(a, '$' false on error);
select grouping(a, b), merge_action(), t.values, coalesce, "left"(1), between, position, operator, precision.x, interval, time, row.a, exists, json_object.x;
select a b, a "B", a as select, a is, a and, 1 end, a like from t;
select format, json, value, nulls, not_, time;
