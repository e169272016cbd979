${rollback_header}

-- migrate:irreversible reason="${column} is gone; its values are in ${to}, so rename back with a new migration"
