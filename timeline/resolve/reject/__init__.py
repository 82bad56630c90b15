"""What looks like time and is not: one rejection in each module; the folder is the registry."""
