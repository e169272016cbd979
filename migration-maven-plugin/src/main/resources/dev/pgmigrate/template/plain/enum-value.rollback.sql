${rollback_header}

-- migrate:irreversible reason="PostgreSQL cannot remove a label; migrate:new -Dkind=enum-recreate makes the type anew without it"
