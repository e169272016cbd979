-- What LIKE takes over.
CREATE TABLE source (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, number serial, body text DEFAULT 'x' NOT NULL UNIQUE,
    twice int GENERATED ALWAYS AS (id * 2) STORED, room int, CHECK (id > 0), EXCLUDE USING gist (room WITH =),
    CONSTRAINT room_there NOT NULL room);
--> again 42P07 table source at source
--> + public.source.body: column text, not null, default 'x'
--> + public.source.id: column int4, not null, identity
--> + public.source.number: column int4, not null, identity, serial
--> + public.source.room: column int4, not null
--> + public.source.room_there: NOT_NULL [room], named
--> + public.source.source_body_key: UNIQUE [body]
--> + public.source.source_id_check: CHECK [id]
--> + public.source.source_pkey: PRIMARY_KEY [id]
--> + public.source.source_room_excl: EXCLUDE [room]
--> + public.source.twice: column int4, default id * 2, generated
--> + public.source: table [id, number, body, twice, room]
--> + public.source_body_key: index on public.source [body], unique btree, of source_body_key
--> + public.source_id_seq: sequence, of public.source.id
--> + public.source_number_seq: sequence, of public.source.number
--> + public.source_pkey: index on public.source [id], unique btree, of source_pkey
--> + public.source_room_excl: index on public.source [room] gist, of source_room_excl
CREATE INDEX ON source (body);
--> + public.source_body_idx: index on public.source [body] btree
CREATE TABLE plain (LIKE source);
--> again 42P07 table plain at plain
--> + public.plain.body: column text, not null
--> + public.plain.id: column int4, not null
--> + public.plain.number: column int4, not null
--> + public.plain.room: column int4, not null
--> + public.plain.room_there: constraint unknown
--> + public.plain.twice: column int4
--> + public.plain: table [id, number, body, twice, room]
CREATE TABLE whole (LIKE source INCLUDING ALL, more int);
--> again 42P07 table whole at whole
--> + public.whole.body: column text, not null, default 'x'
--> + public.whole.id: column int4, not null, identity
--> + public.whole.more: column int4
--> + public.whole.number: column int4, not null, identity, serial
--> + public.whole.room: column int4, not null
--> + public.whole.room_there: constraint unknown
--> + public.whole.source_id_check: CHECK [id]
--> + public.whole.twice: column int4, default id * 2, generated
--> + public.whole.whole_body_key: UNIQUE [body], named
--> + public.whole.whole_pkey: PRIMARY_KEY [id], named
--> + public.whole.whole_room_excl: EXCLUDE [room], named
--> + public.whole: table [id, number, body, twice, room, more]
--> + public.whole_body_key: index on public.whole [], unique btree, of whole_body_key
--> + public.whole_pkey: index on public.whole [], unique btree, of whole_pkey
--> + public.whole_room_excl: index on public.whole [] gist, of whole_room_excl
CREATE TABLE nearly (LIKE source INCLUDING ALL EXCLUDING IDENTITY EXCLUDING DEFAULTS);
--> again 42P07 table nearly at nearly
--> + public.nearly.body: column text, not null
--> + public.nearly.id: column int4, not null
--> + public.nearly.nearly_body_key: UNIQUE [body], named
--> + public.nearly.nearly_pkey: PRIMARY_KEY [id], named
--> + public.nearly.nearly_room_excl: EXCLUDE [room], named
--> + public.nearly.number: column int4, not null
--> + public.nearly.room: column int4, not null
--> + public.nearly.room_there: constraint unknown
--> + public.nearly.source_id_check: CHECK [id]
--> + public.nearly.twice: column int4, default id * 2, generated
--> + public.nearly: table [id, number, body, twice, room]
--> + public.nearly_body_key: index on public.nearly [], unique btree, of nearly_body_key
--> + public.nearly_pkey: index on public.nearly [], unique btree, of nearly_pkey
--> + public.nearly_room_excl: index on public.nearly [] gist, of nearly_room_excl
CREATE TABLE checked (LIKE source INCLUDING CONSTRAINTS INCLUDING GENERATED);
--> again 42P07 table checked at checked
--> + public.checked.body: column text, not null
--> + public.checked.id: column int4, not null
--> + public.checked.number: column int4, not null
--> + public.checked.room: column int4, not null
--> + public.checked.room_there: constraint unknown
--> + public.checked.source_id_check: CHECK [id]
--> + public.checked.twice: column int4, default id * 2, generated
--> + public.checked: table [id, number, body, twice, room]
CREATE TABLE indexed (LIKE source INCLUDING INDEXES);
--> again 42P07 table indexed at indexed
--> + public.indexed.body: column text, not null
--> + public.indexed.id: column int4, not null
--> + public.indexed.indexed_body_key: UNIQUE [body], named
--> + public.indexed.indexed_pkey: PRIMARY_KEY [id], named
--> + public.indexed.indexed_room_excl: EXCLUDE [room], named
--> + public.indexed.number: column int4, not null
--> + public.indexed.room: column int4, not null
--> + public.indexed.room_there: constraint unknown
--> + public.indexed.twice: column int4
--> + public.indexed: table [id, number, body, twice, room]
--> + public.indexed_body_key: index on public.indexed [], unique btree, of indexed_body_key
--> + public.indexed_pkey: index on public.indexed [], unique btree, of indexed_pkey
--> + public.indexed_room_excl: index on public.indexed [] gist, of indexed_room_excl
CREATE TABLE of_unknown (id int, LIKE unknown INCLUDING ALL);
--> again 42P07 table of_unknown at of_unknown
--> + public.of_unknown.id: column int4
--> + public.of_unknown: table [id], and more
CREATE FOREIGN TABLE far (LIKE source INCLUDING ALL) SERVER other;
--> again 42P07 foreign table far at far
--> + public.far.body: column text, not null, default 'x'
--> + public.far.id: column int4, not null
--> + public.far.number: column int4, not null, identity, serial
--> + public.far.room: column int4, not null
--> + public.far.room_there: constraint unknown
--> + public.far.source_id_check: CHECK [id]
--> + public.far.twice: column int4, default id * 2, generated
--> + public.far: foreign table [id, number, body, twice, room]
CREATE TEMPORARY TABLE source (LIKE source INCLUDING DEFAULTS);
--> + pg_temp.source.body: column text, not null, default 'x'
--> + pg_temp.source.id: column int4, not null
--> + pg_temp.source.number: column int4, not null, identity, serial
--> + pg_temp.source.room: column int4, not null
--> + pg_temp.source.room_there: constraint unknown
--> + pg_temp.source.twice: column int4
--> + pg_temp.source: table [id, number, body, twice, room], temporary
--> meets in a second run:
--> + pg_temp.source: no relation
--> + public.source_body_idx1: index on public.source [body] btree
