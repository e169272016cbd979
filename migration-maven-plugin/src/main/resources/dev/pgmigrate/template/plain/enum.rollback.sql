${rollback_header}

DROP TYPE IF EXISTS ${object};
