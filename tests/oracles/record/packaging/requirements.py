"""Answers about requirements and markers."""

from generate import any_marker, attempt, dice, spoil, unique
from traps import TRAPS_REQUIREMENT

from packaging.markers import InvalidMarker, Marker, UndefinedComparison, UndefinedEnvironmentName
from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

ENVIRONMENTS = [
    {"implementation_name": "cpython", "implementation_version": "3.12.1", "os_name": "posix", "platform_machine": "x86_64", "platform_release": "6.1.0-28-amd64", "platform_system": "Linux", "platform_version": "#1 SMP", "python_full_version": "3.12.1", "platform_python_implementation": "CPython", "python_version": "3.12", "sys_platform": "linux"},
    {"implementation_name": "cpython", "implementation_version": "3.8.20", "os_name": "nt", "platform_machine": "AMD64", "platform_release": "10", "platform_system": "Windows", "platform_version": "10.0.22631", "python_full_version": "3.8.20", "platform_python_implementation": "CPython", "python_version": "3.8", "sys_platform": "win32"},
    {"implementation_name": "cpython", "implementation_version": "3.14.0a1", "os_name": "posix", "platform_machine": "arm64", "platform_release": "23.6.0", "platform_system": "Darwin", "platform_version": "Darwin Kernel Version 23.6.0", "python_full_version": "3.14.0a1+", "platform_python_implementation": "CPython", "python_version": "3.14", "sys_platform": "darwin"},
    {"implementation_name": "pypy", "implementation_version": "7.3.13", "os_name": "posix", "platform_machine": "", "platform_release": "6.1.0", "platform_system": "Linux", "platform_version": "1", "python_full_version": "3.10.13", "platform_python_implementation": "PyPy", "python_version": "3.10", "sys_platform": "linux"},
]
EXTRAS = ["", "test", "Test_A"]


def evaluate(marker):
    digits = ""
    for environment in ENVIRONMENTS:
        for extra in EXTRAS:
            try:
                digits += "01"[marker.evaluate({**environment, "extra": extra})]
            except UndefinedComparison:
                digits += "c"
            except UndefinedEnvironmentName:
                digits += "n"
    return digits


def evaluate_lock(marker):
    try:
        return "01"[marker.evaluate({**ENVIRONMENTS[0], "extras": {"Foo.x", "b"}, "dependency_groups": set()}, context="lock_file")]
    except UndefinedComparison:
        return "c"
    except UndefinedEnvironmentName:
        return "n"


def text_of(marker):
    try:
        return str(marker)
    except ValueError:  # a value with both quotes cannot be written
        return None


def record_requirements(real):
    inputs = TRAPS_REQUIREMENT + real + [spoil(dice.choice(real + TRAPS_REQUIREMENT)) for _ in range(500)]
    rows = []
    for text in unique(inputs):
        parsed, error = attempt(lambda: Requirement(text), InvalidRequirement)
        if parsed is None:
            rows.append([text, error])
        else:
            written = text_of(parsed)
            if written is not None:
                rows.append([text, written, parsed.name, canonicalize_name(parsed.name), sorted(parsed.extras), parsed.url])
    return rows


def record_markers(real):
    traps = [text.split(";", 1)[1] for text in TRAPS_REQUIREMENT if ";" in text]
    traps += ["'a' == 'a'", "os_name == sys_platform", "'3.8' <= python_version", "'3.*' == python_version", "python_version == '3.*'", "python_version ~= '3.8'", "os_name ~= 'a'", "os_name === 'posix'", "extras in 'a'", "'foo-X' in extras", "'foo-X' not in extras", "'x' not in dependency_groups", "'x' == extras", "'x' != extras", "'x' ~= extras", "extra in 'test,b'", "'tes' in extra", "platform_release >= '6'", "platform_release >= '6.1.0-28-amd64'", "python_full_version < '3.14.0a1+local'", "(os_name == 'posix')", "((os_name == 'posix') and (os_name == 'nt' or sys_platform == 'linux'))", "python_version in '3.8 3.12'", "python_version === '3.12'", "python_version == '3.12.0'", "python_version < 'abc'", "python_version >= ''", ""]
    inputs = traps + real + [any_marker() for _ in range(330)] + [spoil(any_marker()) for _ in range(200)]
    rows = []
    for text in unique(inputs):
        parsed, error = attempt(lambda: Marker(text), InvalidMarker)
        if parsed is None:
            rows.append([text, error])
        elif (written := text_of(parsed)) is not None:
            rows.append([text, written, evaluate(parsed) + evaluate_lock(parsed)])
    return rows
