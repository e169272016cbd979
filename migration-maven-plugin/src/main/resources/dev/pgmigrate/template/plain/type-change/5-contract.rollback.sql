${rollback_header}

-- migrate:irreversible reason="the values of the former ${column} are gone; TODO where a backup of them is"
