SELECT 'subscription' AS kind, s.oid, s.subname AS name,
       pg_get_userbyid(s.subowner) AS owner,
       CASE WHEN NOT s.subenabled THEN 'no' END AS enabled,
       s.subslotname AS slot,
       s.subsynccommit AS "synchronous commit",
       array_to_string(s.subpublications, ', ') AS publications,
       CASE WHEN s.subbinary THEN 'yes' END AS binary,
       s.substream::text AS streaming,
       CASE WHEN s.subtwophasestate <> 'd' THEN 'yes' END AS "two phase", -- since 15
       CASE WHEN s.subdisableonerr THEN 'yes' END AS "disable on error", -- since 15
       CASE WHEN NOT s.subpasswordrequired THEN 'no' END AS "password required", -- since 16
       CASE WHEN s.subrunasowner THEN 'yes' END AS "run as owner", -- since 16
       s.suborigin AS origin, -- since 16
       CASE WHEN s.subfailover THEN 'yes' END AS failover -- since 17
       NULL AS failover -- until 16
FROM pg_catalog.pg_subscription s
WHERE s.subdbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database())
