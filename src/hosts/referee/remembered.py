"""What pip works out anew in every run though it depends on nothing else, remembered from one run to the next.

A real pip runs once and ends; this one is asked again and again about the same pages, for the same machine.
"""

import functools
import gc

import pip._internal.index.package_finder as package_finder
import pip._internal.models.target_python as target_python
import pip._internal.models.wheel as wheel

wheel.parse_wheel_filename = functools.lru_cache(maxsize=20_000)(wheel.parse_wheel_filename)
package_finder.parse_links = functools.lru_cache(maxsize=500)(package_finder.parse_links)

_supported = target_python.get_supported
_tags = {}


def remembered_tags(version=None, platforms=None, impl=None, abis=None):
    key = (version, tuple(platforms or ()), impl, tuple(abis or ()))
    if key not in _tags:
        _tags[key] = _supported(version=version, platforms=platforms, impl=impl, abis=abis)
    return _tags[key]


target_python.get_supported = remembered_tags

# What pip leaves behind in circles is collected between two runs.
gc.disable()
