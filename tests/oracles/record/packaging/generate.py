"""Inputs made from one seed: likely ones, and likely ones spoiled by one stroke."""

import random

dice = random.Random(20261123)


def number():
    return str(dice.choice([0, 0, 1, 1, 2, 3, 5, 9, 10, 11, 20, 100, 2023]))


def any_version(wild=True):
    text = dice.choice(["", "", "", "", "v", "V"]) if wild else ""
    if dice.random() < 0.08:
        text += dice.choice("0112") + "!"
    text += ".".join(number() for _ in range(dice.choice([1, 2, 2, 2, 3, 3, 4])))
    separators = ["", "", ".", "-", "_"] if wild else [""]
    if dice.random() < 0.35:
        letters = ["a", "b", "rc", "alpha", "Beta", "c", "pre", "preview", "RC"] if wild else ["a", "b", "rc"]
        text += dice.choice(separators) + dice.choice(letters) + dice.choice(separators) + dice.choice([number(), number(), "" if wild else "0"])
    if dice.random() < 0.25:
        text += dice.choice([".post" + number(), ".post" + number()] + (["-" + number(), "_rev-" + number(), "r" + number(), ".POST"] if wild else []))
    if dice.random() < 0.2:
        text += dice.choice([".dev" + number()] + (["dev", "-dev_" + number(), "_DEV" + number()] if wild else []))
    if dice.random() < 0.15:
        text += "+" + dice.choice(["local", "1", "cu118", "abc.1", "1.2", "a.10", "ABC-9"] if wild else ["local", "1", "cu118", "abc.1", "1.2"])
    return text


ALPHABET = "019.aAbcrvx-_+!* ,;()[]<>=~'\"@#/\\\t\u00e9\n"


def spoil(text):
    at = dice.randrange(len(text) + 1)
    kind = dice.randrange(4)
    if kind == 0:
        return text[:at] + dice.choice(ALPHABET) + text[at:]
    if kind == 1:
        return text[:at] + text[at + 1 :]
    if kind == 2:
        return text[:at] + dice.choice(ALPHABET) + text[at + 1 :]
    return text[:at]


OPERATORS = ["~=", "==", "!=", "<=", ">=", "<", ">", "==="]


def any_specifier(wild=True):
    operator = dice.choice(OPERATORS)
    version = any_version(wild and dice.random() < 0.4)
    if operator in ("==", "!=") and dice.random() < 0.35:
        version = ".".join(number() for _ in range(dice.choice([1, 2, 2, 3]))) + ".*"
    elif operator == "~=":
        version = version.split("+")[0]
    elif operator in ("<=", ">=", "<", ">") and dice.random() < 0.9:
        version = version.split("+")[0]
    elif operator == "===" and dice.random() < 0.3:
        version = dice.choice(["foobar", "1.0.0.0", "1.0A1", "1.0+Local", "", "nothing-like-1", "v1.0", "01"])
    return operator + dice.choice(["", "", " "]) + version


def any_set():
    return dice.choice([",", ", "]).join(any_specifier(False) for _ in range(dice.choice([1, 2, 2, 3])))


VARIABLES = ["python_version", "python_full_version", "os_name", "sys_platform", "platform_release", "platform_system", "platform_version", "platform_machine", "platform_python_implementation", "implementation_name", "implementation_version", "extra", "python_implementation", "os.name", "sys.platform"]
VALUES = ["3", "3.8", "3.10", "3.11", "3.12.1", "3.*", "2.7", "3.9, 3.10", "linux", "win32", "darwin", "Linux", "Windows", "x86_64", "AMD64", "arm64", "cpython", "CPython", "posix", "nt", "", "test", "Test_A", "6.1.0", "23", "10", "lin", "3.11.0rc1", "a b", "it's"]


def any_comparison():
    name = dice.choice(VARIABLES)
    operator = dice.choice(["==", "!=", "<", "<=", ">", ">=", "in", "not in", "==", "<", ">="] + ["~=", "==="][: dice.choice([0, 0, 2])])
    value = dice.choice(VALUES[:9] if name.startswith("python") and dice.random() < 0.8 else VALUES)
    quoted = f'"{value}"' if "'" in value or dice.random() < 0.5 else f"'{value}'"
    left, right = (name, quoted) if dice.random() < 0.85 else (quoted, name)
    space = dice.choice(["", " "]) if operator[0] not in "in" else " "
    return left + space + operator + space + right


def any_marker(depth=0):
    parts = []
    for index in range(dice.choice([1, 1, 2, 2, 3])):
        if index:
            parts.append(dice.choice(["and", "or"]))
        nested = depth < 3 and dice.random() < 0.25
        parts.append(f"({any_marker(depth + 1)})" if nested else any_comparison())
    return " ".join(parts)


def unique(items):
    return list(dict.fromkeys(items))


def attempt(read, *errors):
    try:
        return read(), None
    except errors as error:
        return None, str(error)
