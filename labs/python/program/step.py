"""Runs one step and says what came of it. The host sets `emit`, which takes JSON text."""

import ast
import builtins
import codeop
import json
import linecache
import os
import sys

inputs = 0
compile_line = codeop.CommandCompiler()


def run(text):
    """The answer to a request, as JSON text; both in the shape of `interpreter.ts`."""
    request = json.loads(text)
    step, probe = request["step"], request.get("probe")
    put_files(step["files"])
    sys.stdin = sys.__stdin__ = Answers(step["answers"])
    ending = attempt(step["what"])
    changed, unkept = changes(step["files"], request["mostFileBytes"])
    record = {"ending": ending, "changed": changed}
    if unkept:
        record["unkept"] = unkept
    if probe is not None:
        emit('{"type":"quiet"}')
        found = look(probe)
        if found is not None:
            record["found"] = found
    return json.dumps(record)


def attempt(task):
    """Does what is to be done; never raises."""
    try:
        try:
            ending = TASKS[task["type"]](task)
        finally:
            show_figures()
            flush()
    except SystemExit as exit:
        return {"type": "exited", "code": exit_code(exit.code)}
    except BaseException as error:
        if sys.excepthook is not sys.__excepthook__:
            return hooked(error)
        return describe(error)
    return ending or {"type": "finished"}


def hooked(error):
    """The learner's own `sys.excepthook` prints what is printed."""
    ending = describe(error)
    try:
        sys.excepthook(type(error), error, below(error.__traceback__))
        flush()
    except BaseException:
        return ending
    return {**ending, "traceback": ""}


def run_file(task):
    path = os.path.join(HOME, task["path"])
    folder = os.path.dirname(path)
    sys.argv = [task["path"], *task.get("argv", ())]
    try:
        source = read(path)
    except OSError as error:
        print(f"python: can't open file '{path}': [Errno {error.errno}] {error.strerror}", file=sys.stderr)
        sys.exit(2)
    begin(folder, folder)
    names = main_names()
    names.update(__file__=path, __cached__=None)
    try:
        exec(compile(source, path, "exec", dont_inherit=True), names)
    finally:
        if (atexit := sys.modules.get("atexit")) is not None:
            atexit._run_exitfuncs()


def run_cell(task):
    source, name = task["source"], f"<cell {task['number']}>"
    begin(HOME, "")
    remember(name, source)
    body = compile(source, name, "exec", ast.PyCF_ONLY_AST, dont_inherit=True).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), name, "exec", dont_inherit=True), main_names())
    if last is None:
        return
    value = eval(compile(ast.Expression(last.value), name, "eval", dont_inherit=True), main_names())
    if not source.rstrip().endswith(";"):
        show(value)


def run_line(task):
    global inputs
    source, name = task["source"], f"<python-input-{inputs}>"
    begin(HOME, "")
    remember(name, source)
    try:
        code = compile_line(source, name, "single")
    except (SyntaxError, OverflowError, ValueError) as error:
        raise error.with_traceback(None) from None  # codeop's frames are none of the learner's
    if code is None:
        return {"type": "incomplete"}
    inputs += 1
    sys.displayhook = show
    exec(code, main_names())


TASKS = {"file": run_file, "cell": run_cell, "line": run_line}


def show(value):
    """`sys.displayhook`: the value apart from what is printed."""
    if value is None:
        return
    text = repr(value)
    flush()
    emit(json.dumps({"type": "value", "text": text}))
    builtins._ = value


def look(probe):
    """The value of the probe's last expression as JSON text; None if there is none."""
    names = {"__name__": "__probe__", "__builtins__": builtins}
    try:
        body = ast.parse(probe).body
        last = body.pop()
        exec(compile(ast.Module(body, []), "<probe>", "exec"), names)
        return json.dumps(eval(compile(ast.Expression(last.value), "<probe>", "eval"), names))
    except BaseException:
        return None


def main_names():
    return sys.modules["__main__"].__dict__


def remember(name, source):
    """So that a traceback can quote it."""
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)


def exit_code(code):
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    flush()
    return 1


def flush():
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        try:
            stream.flush()
        except Exception:
            pass  # closed or replaced by the learner
