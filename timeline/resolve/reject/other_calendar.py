"""'Ethiopian New Year', 'Thai New Year': feasts that no table knows, and no day of ours."""

from timeline.resolve.rule import Rejection

_WHOSE = "tibetan|tamil|ethiopian|thai|khmer|cambodian|burmese|bengali|balinese|nepali|sikh|coptic|assyrian"
RULE = Rejection("a feast of another calendar", (f"({_WHOSE}) new (year's day|year's eve|year's|years|year)",))
