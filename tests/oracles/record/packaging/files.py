"""Answers about names of files, and the tags of each machine."""

from generate import attempt, dice, spoil, unique
from traps import SDISTS, WHEELS

from packaging import _manylinux, _musllinux, tags
from packaging.utils import InvalidSdistFilename, InvalidWheelFilename, parse_sdist_filename, parse_wheel_filename


def record_wheels(real):
    rows = []
    for name in unique(WHEELS + [spoil(dice.choice(WHEELS[:6] + real)) for _ in range(120)] + real):
        parsed, error = attempt(lambda: parse_wheel_filename(name), InvalidWheelFilename)
        if parsed is None:
            rows.append([name, error])
        else:
            project, version, build, found = parsed
            rows.append([name, project, str(version), [str(part) for part in build], sorted(map(str, found))])
    return rows


def record_sdists(real):
    rows = []
    for name in unique(SDISTS + [spoil(dice.choice(SDISTS[:3] + real)) for _ in range(60)] + real):
        parsed, error = attempt(lambda: parse_sdist_filename(name), InvalidSdistFilename)
        rows.append([name, error] if parsed is None else [name, parsed[0], str(parsed[1])])
    return rows


def platforms_of(name, system):
    if name.startswith("osx"):
        return list(tags.mac_platforms(system, "arm64" if name == "osx-arm64" else "x86_64"))
    if name.startswith("win"):
        return ["win_amd64"]
    arch = "aarch64" if name.endswith("aarch64") else "x86_64"
    musl = name.startswith("musl")
    tags.sysconfig.get_platform = lambda: f"linux-{arch}"
    _manylinux._have_compatible_abi = lambda executable, archs: True
    _manylinux._get_glibc_version = lambda: _manylinux._GLibCVersion(*((-1, -1) if musl else system))
    _musllinux._get_musl_version = lambda executable: _musllinux._MuslVersion(*system) if musl else None
    return list(tags._linux_platforms(is_32bit=False))


def record_tags():
    systems = {"linux-64": (2, 36), "linux-aarch64": (2, 36), "musl-64": (1, 2), "musl-aarch64": (1, 2), "win-64": (0, 0), "osx-64": (14, 0), "osx-arm64": (14, 0)}
    wanted = [(minor, name, system) for minor in range(8, 16) for name, system in systems.items()]
    wanted += [(11, "linux-64", (2, 17)), (11, "linux-64", (2, 4)), (11, "linux-aarch64", (2, 17)), (11, "osx-64", (10, 15)), (11, "osx-arm64", (11, 0)), (12, "osx-64", (15, 3)), (10, "musl-64", (1, 1))]
    lists, rows = [], []
    for minor, name, system in wanted:
        platforms = platforms_of(name, system)
        interpreter = f"cp3{minor}"
        found = [*tags.cpython_tags((3, minor), [interpreter], platforms), *tags.compatible_tags((3, minor), interpreter, platforms)]
        # Runs of the same python-abi, each with the index of its list of platforms.
        runs = []
        for tag in found:
            pair = f"{tag.interpreter}-{tag.abi}"
            if not runs or runs[-1][0] != pair:
                runs.append((pair, []))
            runs[-1][1].append(tag.platform)
        packed = []
        for pair, each in runs:
            if each not in lists:
                lists.append(each)
            packed.append(f"{pair} {lists.index(each)}")
        default = systems[name] == system
        rows.append([f"3.{minor}.1", name, None if default else system, packed])
    return {"platforms": lists, "targets": rows}
