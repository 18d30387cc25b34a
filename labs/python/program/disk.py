"""The working directory: set before a step, compared after it."""

import importlib
import os
from base64 import b64decode, b64encode

HOME = os.environ["HOME"]
LEFT_ASIDE = {"__pycache__"}


def files_here():
    """Every regular file below the working directory, by relative path."""
    for folder, folders, names in os.walk(HOME):
        folders[:] = sorted(set(folders) - LEFT_ASIDE)
        for name in sorted(names):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and not os.path.islink(path):
                yield os.path.relpath(path, HOME), path


def to_bytes(body):
    return body.encode() if isinstance(body, str) else b64decode(body["base64"])


def to_body(content):
    try:
        return content.decode()
    except UnicodeDecodeError:
        return {"base64": b64encode(content).decode()}


def read(path):
    with open(path, "rb") as file:
        return file.read()


def put_files(files):
    """Makes the working directory what the step asks for; touches only what differs."""
    for name, path in list(files_here()):
        if name not in files:
            os.remove(path)
    for name, body in files.items():
        path = os.path.join(HOME, name)
        content = to_bytes(body)
        if os.path.isfile(path) and read(path) == content:
            continue
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)
    importlib.invalidate_caches()


def changes(files, most_bytes):
    """What differs from `files`, and the names of what is too much to be kept."""
    changed, unkept, room = {}, [], most_bytes
    there = dict(files_here())
    for name, path in there.items():
        size = os.path.getsize(path)
        if size > most_bytes:
            unkept.append(name)
            continue
        content = read(path)
        if name in files and to_bytes(files[name]) == content:
            continue
        if size > room:
            unkept.append(name)
            continue
        room -= size
        changed[name] = to_body(content)
    changed.update({name: None for name in files if name not in there})
    return changed, unkept
