"""Fetching of addresses that people and feeds name, as if each of them meant harm.

`runs.Run(policy).fetch(url)` is the way in. policy says what is allowed, targets reads an address, places finds
where its name leads, wire speaks to exactly that place, manners knows what the host asks for, runs follows redirects.
"""
