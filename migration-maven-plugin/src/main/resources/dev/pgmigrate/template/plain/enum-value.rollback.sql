${rollback_header}

-- migrate:irreversible reason="PostgreSQL cannot remove a label; kind enum-recreate makes the type anew without it"
