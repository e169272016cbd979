-- Indexes of partitions have names that the server gives: one that was free before may be taken.
CREATE TABLE spare (id int);
--> + public.spare.id: column int4
--> + public.spare: table [id]
CREATE INDEX p_1_pkey ON spare (id);
--> + public.p_1_pkey: index on public.spare [id] btree
CREATE INDEX p_1_kind_idx ON spare (id);
--> + public.p_1_kind_idx: index on public.spare [id] btree
CREATE INDEX p_1_at_idx ON spare (id);
--> + public.p_1_at_idx: index on public.spare [id] btree
CREATE INDEX p_1_kind_at_idx ON spare (id);
--> + public.p_1_kind_at_idx: index on public.spare [id] btree
CREATE INDEX p_1_id_idx1 ON spare (id);
--> + public.p_1_id_idx1: index on public.spare [id] btree
CREATE INDEX p_1_a_pkey ON spare (id);
--> + public.p_1_a_pkey: index on public.spare [id] btree
CREATE INDEX p_1_a_at_idx ON spare (id);
--> + public.p_1_a_at_idx: index on public.spare [id] btree
CREATE INDEX p_2_kind_idx ON spare (id);
--> + public.p_2_kind_idx: index on public.spare [id] btree
CREATE INDEX p_2_pkey ON spare (id);
--> + public.p_2_pkey: index on public.spare [id] btree
DROP TABLE spare;
--> meets table spare present
--> - public.p_1_a_at_idx: index on public.spare [id] btree
--> - public.p_1_a_pkey: index on public.spare [id] btree
--> - public.p_1_at_idx: index on public.spare [id] btree
--> - public.p_1_id_idx1: index on public.spare [id] btree
--> - public.p_1_kind_at_idx: index on public.spare [id] btree
--> - public.p_1_kind_idx: index on public.spare [id] btree
--> - public.p_1_pkey: index on public.spare [id] btree
--> - public.p_2_kind_idx: index on public.spare [id] btree
--> - public.p_2_pkey: index on public.spare [id] btree
--> - public.spare.id: column int4
--> - public.spare: table [id]
--> + public.p_1_a_at_idx: no relation
--> + public.p_1_a_pkey: no relation
--> + public.p_1_at_idx: no relation
--> + public.p_1_id_idx1: no relation
--> + public.p_1_kind_at_idx: no relation
--> + public.p_1_kind_idx: no relation
--> + public.p_1_pkey: no relation
--> + public.p_2_kind_idx: no relation
--> + public.p_2_pkey: no relation
--> + public.spare: no relation
CREATE TABLE p_1_id_idx (id int);
--> again 42P07 table p_1_id_idx at p_1_id_idx
--> + public.p_1_id_idx.id: column int4
--> + public.p_1_id_idx: table [id]
CREATE TABLE p (id int NOT NULL, at date NOT NULL, kind text NOT NULL, PRIMARY KEY (id, at, kind)) PARTITION BY RANGE (at);
--> again 42P07 table p at p
--> + public.p.at: column date, not null
--> + public.p.id: column int4, not null
--> + public.p.kind: column text, not null
--> + public.p.p_pkey: PRIMARY_KEY [id, at, kind]
--> + public.p: table [id, at, kind], partitioned
--> + public.p_pkey: index on public.p [id, at, kind], unique btree, of p_pkey
CREATE INDEX ON p (kind);
--> + public.p_kind_idx: index on public.p [kind] btree
CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY LIST (kind);
--> again 42P07 table p_1 at p_1
--> - public.p_1_kind_idx: no relation
--> - public.p_1_pkey: no relation
--> + public.p_1.at: column date, not null
--> + public.p_1.id: column int4, not null
--> + public.p_1.kind: column text, not null
--> + public.p_1: table [id, at, kind], partitioned, part of public.p
CREATE TABLE p_1_a PARTITION OF p_1 FOR VALUES IN ('a');
--> again 42P07 table p_1_a at p_1_a
--> - public.p_1_a_pkey: no relation
--> + public.p_1_a.at: column date, not null
--> + public.p_1_a.id: column int4, not null
--> + public.p_1_a.kind: column text, not null
--> + public.p_1_a: table [id, at, kind], part of public.p_1
CREATE INDEX ON p (at);
--> - public.p_1_a_at_idx: no relation
--> - public.p_1_at_idx: no relation
--> + public.p_at_idx: index on public.p [at] btree
CREATE INDEX ON p (id);
--> - public.p_1_id_idx1: no relation
--> + public.p_id_idx: index on public.p [id] btree
CREATE INDEX ON ONLY p (kind, at);
--> + public.p_kind_at_idx: index on public.p [kind, at] btree
CREATE TABLE p_2 (id int NOT NULL, at date NOT NULL, kind text NOT NULL);
--> again 42P07 table p_2 at p_2
--> + public.p_2.at: column date, not null
--> + public.p_2.id: column int4, not null
--> + public.p_2.kind: column text, not null
--> + public.p_2: table [id, at, kind]
ALTER TABLE p ATTACH PARTITION p_2 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
--> - public.p_2: table [id, at, kind]
--> - public.p_2_kind_idx: no relation
--> - public.p_2_pkey: no relation
--> + public.p_2: table [id, at, kind], part of public.p
CREATE TABLE goals (id int PRIMARY KEY);
--> again 42P07 table goals at goals
--> + public.goals.goals_pkey: PRIMARY_KEY [id]
--> + public.goals.id: column int4, not null
--> + public.goals: table [id]
--> + public.goals_pkey: index on public.goals [id], unique btree, of goals_pkey
CREATE TABLE q (id int NOT NULL, goal int, other int, FOREIGN KEY (goal) REFERENCES goals) PARTITION BY LIST (id);
--> again 42P07 table q at q
--> + public.q.goal: column int4
--> + public.q.id: column int4, not null
--> + public.q.other: column int4
--> + public.q.q_goal_fkey: FOREIGN_KEY [goal], to public.goals []
--> + public.q: table [id, goal, other], partitioned
CREATE TABLE q_1 (id int NOT NULL, goal int, other int);
--> again 42P07 table q_1 at q_1
--> + public.q_1.goal: column int4
--> + public.q_1.id: column int4, not null
--> + public.q_1.other: column int4
--> + public.q_1: table [id, goal, other]
ALTER TABLE q_1 ADD CONSTRAINT unlike FOREIGN KEY (other) REFERENCES goals NOT VALID;
--> again 42710 constraint unlike` on `q_1 at unlike
--> + public.q_1.unlike: FOREIGN_KEY [other], to public.goals [], not valid, named
ALTER TABLE q_1 ADD CONSTRAINT small CHECK (goal < 9) NOT VALID;
--> again 42710 constraint small` on `q_1 at small
--> + public.q_1.small: CHECK [goal], not valid, named
ALTER TABLE q ATTACH PARTITION q_1 FOR VALUES IN (1);
--> - public.q_1: table [id, goal, other]
--> + public.q_1: table [id, goal, other], part of public.q
ALTER TABLE q DETACH PARTITION q_1 CONCURRENTLY;
--> - public.q_1: table [id, goal, other], part of public.q
--> + public.q_1.q_1_id_check: constraint unknown
--> + public.q_1.q_goal_fkey: FOREIGN_KEY [goal], to public.goals []
--> + public.q_1: table [id, goal, other]
ALTER TABLE q_1 ADD CONSTRAINT q_1_id_check CHECK (id > 0);
--> again 42710 constraint q_1_id_check` on `q_1 at q_1_id_check
--> - public.q_1.q_1_id_check: constraint unknown
--> + public.q_1.q_1_id_check: CHECK [id], named
--> meets in a second run:
--> - public.q_1.q_1_id_check: constraint unknown
--> + public.p_1_a_pkey: no relation
--> + public.p_1_pkey: no relation
--> + public.p_at_idx1: index on public.p [at] btree
--> + public.p_id_idx1: index on public.p [id] btree
--> + public.p_kind_at_idx1: index on public.p [kind, at] btree
--> + public.p_kind_idx1: index on public.p [kind] btree
--> + public.q_1.q_1_id_check: CHECK [id], named
