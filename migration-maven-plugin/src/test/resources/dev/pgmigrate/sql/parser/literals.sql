-- kind: SelectStmt
select 'it''s', e'\b\f\n\r\t\v\'\\\x41\101\u0041\U00000041\uD83D\uDE00', E'joined'
    -- over a comment
    '\n', n'national', b'01'
    '10', x'1F', B'', X'';
select U&'\0061\+000062''\\', u&'!0061' uescape '!', U&"\0064ata" as U&"d!0061ta" UESCAPE '!';
select $$dollar 'quoted'$$, $tag$ $$ nested $$ $other$ $tag$, $é$x$é$;
select 1, 1.5, .5, 5., 1e10, 1.5E-3, 1_000_000, 1_0.0_1e1_0, 0x1F, 0o17, 0b101, 0xFF_FF, 0b_1, 2147483647, 2147483648, 99999999999999999999;
select $1, $2.field, $3[1];
select "quoted ""name""", "select", é_name, _under$core;
select 1 /* block /* nested */ still */ + /* */ -- line
    2;
select - 1, + 1, @ -5, 5 - - 3, 1 <> 2, 1 != 2, a <@ b, a @> b, a -> 'x' ->> 'y', a #>> '{}', a ~* 'x', a !~~ b, |/ 25, a ?| b, a @- b, a *- b, a /- b, a<-1;
select true, false, null, int '1', integer '1', smallint '1', bigint '1', real '1', float '1', float(10) '1', double precision '1', decimal '1', dec(3) '1', numeric(3, 1) '1.5', boolean 't';
select bit '1', bit(3) '101', bit varying '1', bit varying(5) '1', char 'a', char(3) 'a', character varying 'a', character varying(3) 'a', varchar 'a', varchar(3) 'a', national character 'a',
    national char varying(3) 'a', nchar 'a', nchar varying(2) 'a', json '1';
select time '1:00', time(3) '1:00', time with time zone '1:00', time (3) with time zone '1:00', timestamp without time zone '2020-01-01', timestamp(0) with time zone '2020-01-01';
select interval '1', interval '1' year, interval '1' month, interval '1' day, interval '1' hour, interval '1' minute, interval '1' second, interval '1' second(3), interval '1' year to month,
    interval '1' day to hour, interval '1' day to minute, interval '1' day to second, interval '1' day to second(3), interval '1' hour to minute, interval '1' hour to second,
    interval '1' minute to second (2), interval(3) '1';
select date '2020-01-01', s.domain 'x', varbit(3) '1', s.t(1, 2) 'x', double 'x', "Mixed" 'x';
