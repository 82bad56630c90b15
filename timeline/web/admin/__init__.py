"""The admin side as pages: signing in, loading, and correcting what was loaded."""
