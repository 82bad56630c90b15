"""`python -m timeline`: the same as the command `timeline`."""

from timeline.cli import main

main()
