${rollback_header}

-- migrate:irreversible reason="the values of ${column} are gone; TODO where a backup of them is"
