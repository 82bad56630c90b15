"""The folders are the registry: every module of rules/ and of reject/ has one RULE or one DOUBT."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from timeline.resolve import reject, rules
from timeline.resolve.rule import Doubt, Rejection, Rule


def _modules(package: ModuleType) -> list[ModuleType]:
    return [import_module(f"{package.__name__}.{found.name}") for found in iter_modules(package.__path__)]


@cache
def all_rules() -> tuple[Rule | Rejection, ...]:
    """Every rule and every rejection, by name."""
    modules = [module for module in (*_modules(rules), *_modules(reject)) if hasattr(module, "RULE")]
    return tuple(sorted((module.RULE for module in modules), key=lambda rule: rule.name))


@cache
def doubts_about(rule: str) -> tuple[Doubt, ...]:
    """The doubts that concern what a rule reads."""
    found: list[Doubt] = [module.DOUBT for module in _modules(reject) if hasattr(module, "DOUBT")]
    return tuple(doubt for doubt in found if doubt.rules is None or rule in doubt.rules)


@cache
def all_rejections() -> tuple[str, ...]:
    """The reasons for which words are rejected."""
    return tuple((getattr(module, "RULE", None) or module.DOUBT).name for module in _modules(reject))
