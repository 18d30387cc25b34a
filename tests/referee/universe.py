"""A question about a universe, put to the real pip (real_pip.py): stub wheels in folders, or pages of indexes.

`ask_universe(json)` builds the universe, puts what is installed into an environment and asks. In the answer the working
directory is written `$DIR`, the folders of wheels `$WHEELS` and `$SECOND`, the environment `$ENV`, a file's hash its name
in braces; a question is written the same way.
"""

UNIVERSES = os.environ.get("REFEREE_UNIVERSES", "/universe")


class NotFound(dict):
    """These indexes are whole: what they do not have is not there."""

    def __contains__(self, address):
        return True

    def __missing__(self, address):
        return None


def files_of(name, releases):
    return [
        (file_name(name, version, tag), metadata_of(name, version, release), release)
        for version, release in releases.items()
        for tag in release.get("tags") or ["py3-none-any"]
    ]


def offer(universe, place, index, with_hashes):
    """Puts on an index, or into a folder, what the universe has in this place: `first` or `second`."""
    for name, releases in universe.items():
        here = {
            version: release
            for version, release in releases.items()
            if release.get("place", "first") in (place, "both")
        }
        files = files_of(name, here)
        if index.startswith(ORIGIN):
            if files or place == "first":
                put_page(index, name, files, with_hashes)
        else:
            for file, metadata, _ in files:
                write_wheel(f"{index}/{file}", metadata)


def put_installed(environment, question):
    for name, version in question["installed"]:
        metadata = metadata_of(name, version, question["universe"][name][version])
        write_installed(environment, name, version, metadata)


def hashes_of(universe):
    """What stands for the hash of a file in the texts of a question, and the hash."""
    files = [file for name, releases in universe.items() for file in files_of(name, releases)]
    return {f"{{{file.lower()}}}": hashlib.sha256(wheel_bytes(file, metadata)).hexdigest() for file, metadata, _ in files}


_asked = 0


def ask_universe(text):
    global _asked, DOCUMENTS
    question = json.loads(text)
    universe = question["universe"]
    _asked += 1  # directories of its own for each question: pip remembers links by their address
    base = f"{UNIVERSES}/{_asked}"
    places = {f"${place.upper()}": f"{base}.{place}" for place in ("dir", "env", "wheels", "second")}
    for directory in places.values():
        os.makedirs(directory)  # the working directory beside the wheels, whose paths pip would else shorten
    with_hashes = question["withHashes"]
    put_in = places | (hashes_of(universe) if with_hashes else {})
    DOCUMENTS = NotFound()
    indexes = []
    for place, kind in (("first", question["index"]), ("second", question["second"])):
        if kind:
            folder, pages = ("$WHEELS", SIMPLE_INDEX) if place == "first" else ("$SECOND", SECOND_INDEX)
            indexes.append(pages if kind == "simple" else places[folder])
            offer(universe, place, indexes[-1], with_hashes)
    put_installed(places["$ENV"], question)
    question["words"] = [replaced(word, put_in) for word in question["words"]]
    question["files"] = {name: replaced(content, put_in) for name, content in question["files"].items()}
    found = to_json(answer(question, places["$DIR"], index_flags(indexes), [places["$ENV"]]))
    for directory in places.values():
        shutil.rmtree(directory)
    gc.collect()
    return replaced(found, {real: written for written, real in put_in.items()})


def index_flags(indexes):
    pages = [index for index in indexes if index.startswith(ORIGIN)]
    folders = [index for index in indexes if not index.startswith(ORIGIN)]
    flags = ["--no-index"] if not pages else ["--index-url", pages[0]]
    flags += [word for index in pages[1:] for word in ("--extra-index-url", index)]
    return flags + [word for folder in folders for word in ("--find-links", folder)]


def replaced(text, pairs):
    for old, new in pairs.items():
        text = text.replace(old, new)
    return text
