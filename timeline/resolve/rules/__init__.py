"""Rules, one in each module; the folder is the registry.

To add one: a module with a RULE whose pattern is written like the text (see resolve/pattern.py), words in
resolve/lexicon, and a file of its name in tests/corpus with a line that it must find and one that it must leave alone.
"""
