SELECT 'event trigger' AS kind, e.oid, e.evtname AS name,
       pg_get_userbyid(e.evtowner) AS owner,
       e.evtevent AS event,
       e.evtfoid::pg_catalog.regprocedure AS function,
       array_to_string(e.evttags, ', ') AS tags,
       CASE e.evtenabled WHEN 'D' THEN 'no' WHEN 'R' THEN 'on replica' WHEN 'A' THEN 'always' END AS enabled
FROM pg_catalog.pg_event_trigger e
