"""A folder is a list: the one RULE, CHART, PAGE or EXPORT that each of its files defines."""

import importlib
import pkgutil
from functools import cache
from types import ModuleType
from typing import Any


@cache
def members(package: ModuleType, name: str) -> tuple[Any, ...]:
    """Every `name` defined in the modules of `package`, in the order of their file names.

    Raises:
        AttributeError: a file of the folder does not define `name`; each must.
    """
    files = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    return tuple(getattr(importlib.import_module(f"{package.__name__}.{file}"), name) for file in files)
