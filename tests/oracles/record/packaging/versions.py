"""Answers about versions and specifiers."""

from generate import any_set, any_specifier, any_version, attempt, dice, spoil, unique
from traps import SPACES, TRAPS_INVALID_VERSION, TRAPS_SPECIFIER, TRAPS_VERSION

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version


def record_versions(real):
    inputs = TRAPS_VERSION + TRAPS_INVALID_VERSION
    inputs += [space + "1.0" for space in SPACES] + ["1.0a1" + space for space in SPACES] + ["1." + space + "0" for space in SPACES[:3]]
    inputs += [any_version() for _ in range(260)] + [spoil(any_version()) for _ in range(200)] + real
    rows = []
    for text in unique(inputs):
        version, _ = attempt(lambda: Version(text), InvalidVersion)
        rows.append([text] if version is None else [text, str(version)] if not version.is_prerelease else [text, str(version), 1])
    return rows


def record_order(real):
    texts = unique(TRAPS_VERSION + [any_version() for _ in range(200)] + [any_version(False) for _ in range(150)] + dice.sample(real, 60))
    versions = sorted((Version(text), text) for text in texts if attempt(lambda: Version(text), InvalidVersion)[0] is not None)
    rows, rank = [], -1
    for index, (version, text) in enumerate(versions):
        if index == 0 or version != versions[index - 1][0]:
            rank += 1
        rows.append([text, rank])
    dice.shuffle(rows)
    return rows


def record_specifiers(real):
    inputs = TRAPS_SPECIFIER + [any_specifier() for _ in range(200)] + [any_set() for _ in range(120)] + [spoil(any_set()) for _ in range(220)] + real
    rows = []
    for text in unique(inputs):
        parsed, _ = attempt(lambda: SpecifierSet(text), InvalidSpecifier)
        rows.append([text] if parsed is None else [text, str(parsed)])
    return rows


def record_contains(real):
    pool = unique(
        """0.dev0 0 0a0 0.0.post0 1 1.0 1.0.0 1.0.dev0 1.0.dev1 1.0.dev1+l 1.0.dev2 1.0a1 1.0a1.dev1 1.0a1.dev2 1.0a1.post0 1.0a1.post1 1.0a1.post1.dev1 1.0a1.post2.dev0 1.0a2 1.0a2+local 1.0b1 1.0rc1 1.0rc1.dev2 1.0rc1.post0 1.0rc1.post0.dev3 1.0rc2
1.0+local 1.0+1 1.0+abc.1 1.0+abc.2 1.0+10 1.0+local.1 1.0.0+local 1.0.post0 1.0.post0.dev0 1.0.post1 1.0.post1.dev0 1.0.post1.dev1 1.0.post1+local 1.0.post2 1.0.post2.dev0 1.0.1 1.0.1.dev0 1.0.1a1 1.1 1.1.dev0 1.1rc1 1.1.post1 1.4.5 1.4.6 1.5 1.5.1 1.9 1.99999999999999999999 1.99999999999999999998
2 2.0.dev0 2.0rc1 2.0 2.0.1 2.0.post1 2.0+cu118 2.1 2.2 2.2.0 2.2.1.dev0 2.3 3.0.0a7 3.0.0a8 3.0.0a8+x 3.0.0a9 3.0 3.5 3.6 3.6.1 3.7.4 3.8 3.9.7 3.10.0 3.11.7 3.12.1 3.13.0a2 3.14 4 4.0.dev0 1!0 1!1.0 1!2.0 1!2.0.post1 2!1.0.0.0.0 2!1.0 2!1.1.dev0 9007199254740991 9007199254740992 9007199254740993 9007199254740993.5""".split()
    )
    dice.shuffle(pool)
    versions = [Version(text) for text in pool]
    inputs = [text for text in TRAPS_SPECIFIER if attempt(lambda: SpecifierSet(text), InvalidSpecifier)[0] is not None]
    inputs += [any_set() for _ in range(330)] + dice.sample(real, 60)
    rows = []
    for text in unique(inputs):
        parsed, _ = attempt(lambda: SpecifierSet(text), InvalidSpecifier)
        if parsed is None:
            continue
        digits = ""
        for version in versions:
            answers = [parsed.contains(version, prereleases=mode) for mode in (None, True, False)]
            digits += str(sum(answer << index for index, answer in enumerate(answers)))
        rows.append([text, digits])
    filters = []
    for text, _ in rows:
        parsed = SpecifierSet(text)
        chosen = sorted(dice.sample(range(len(pool)), dice.choice([1, 2, 4, 12, 25])), key=lambda _: dice.random())
        ordered = [[versions.index(v) for v in parsed.filter([versions[i] for i in chosen], prereleases=mode)] for mode in (None, True, False)]
        filters.append([text, chosen, *ordered])
    return pool, rows, filters
