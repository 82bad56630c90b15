"""Texts as sentences of tokens, names and quotations. Only this layer knows spaCy; what leaves it is plain data."""
