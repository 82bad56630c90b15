"""Background work: the services, queued in the same PostgreSQL and worked off by any number of workers."""
