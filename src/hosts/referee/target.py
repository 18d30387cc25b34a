"""The target: another machine than the wasm one that runs. Needs pip to be imported as referee.py does it."""

import json

import pip._internal.cli.cmdoptions as cmdoptions
import pip._vendor.packaging._manylinux as manylinux
import pip._vendor.packaging.markers as markers
import pip._vendor.packaging.tags as packaging_tags

ENVIRONMENT = {}
markers.default_environment = lambda: dict(ENVIRONMENT)

# pip wants --only-binary :all: beside a foreign target, which would hide sdists from what it prints.
cmdoptions.check_dist_restriction = lambda *args, **kwargs: None


def platforms_of(target):
    """The platform tags of the target's machine, computed by packaging's own code, most specific first."""
    system, version, arch = target["system"], tuple(target["systemVersion"]), target["arch"]
    if system == "windows":
        return [arch]
    if system == "macos":
        return list(packaging_tags.mac_platforms(version, arch))
    if system == "musl":
        return [f"musllinux_{version[0]}_{n}_{arch}" for n in range(version[1], -1, -1)] + [f"linux_{arch}"]
    was = manylinux._get_glibc_version, manylinux._is_compatible, manylinux._have_compatible_abi
    manylinux._get_glibc_version = lambda: version
    manylinux._is_compatible = lambda *_: True
    manylinux._have_compatible_abi = lambda *_: True
    try:
        return [*manylinux.platform_tags([arch]), f"linux_{arch}"]
    finally:
        manylinux._get_glibc_version, manylinux._is_compatible, manylinux._have_compatible_abi = was


_flags = {}


def target_flags(target):
    key = json.dumps(target, sort_keys=True)
    if key not in _flags:
        flags = ["--python-version", target["python"], "--implementation", "cp"]
        for platform in platforms_of(target):
            flags += ["--platform", platform]
        _flags[key] = flags
    return _flags[key]
