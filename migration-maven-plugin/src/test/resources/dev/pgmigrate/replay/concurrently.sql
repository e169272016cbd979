CREATE INDEX CONCURRENTLY i ON a (id);
--> runs in NONE
--> again 42P07 index i at i
--> + public.i: index on public.a [id] btree, concurrently
--> meets in a second run:
--> + public.i: index on public.a [id] btree, concurrently
