"""Promises over the whole code base, kept by reading it."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from audits.catalogue import merged, parts

ROOT = Path(__file__).parent.parent
CODE = ("compliance", "models", "audits")
GENERATED = ROOT / "models" / "migrations" / "versions"
LONGEST_FUNCTION, LONGEST_FILE, LONGEST_TEST_FILE = 25, 200, 300
LONGEST_LINE = 120
"""The formatter wraps at 110; the first line of a docstring may end a little later."""
UNSAID = ("utils", "helpers", "manager", "service", "common", "misc")
IMPURE = {
    "os",
    "io",
    "pathlib",
    "socket",
    "subprocess",
    "time",
    "tempfile",
    "shutil",
    "sqlite3",
    "urllib",
    "http",
}
UNSAFE = {"pickle", "joblib", "dill", "marshal", "shelve", "cloudpickle"}
TEXT = {".py", ".html", ".css", ".js", ".toml", ".md", ".json", ".lock", ".svg", ".txt", ".csv", ".mako", ""}
HOSTS = (
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "org"),
    ("debian", "org/debian"),
    ("jsdelivr", "net"),
)
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "lazy_gettext": None, "pgettext": ((1, "c"), 2)}


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in sorted((ROOT / folder).rglob("*.py")) if GENERATED not in path.parents)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def committed() -> Iterator[Path]:
    """Files that belong to the project: everything that .gitignore does not leave out."""
    for top in sorted(ROOT.iterdir()):
        hidden = top.name.startswith(".") and top.name not in {".ci", ".gitignore"}
        if not hidden and top.name not in {"var", "build"} and not top.name.endswith(".egg-info"):
            yield from [top] if top.is_file() else (path for path in sorted(top.rglob("*")) if ours(path))


def ours(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts and path.suffix not in {".pyc", ".mo"}


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    said = function.body[0] if ast.get_docstring(function) else None
    told = (said.end_lineno or 0) - said.lineno + 1 if said else 0
    return (function.end_lineno or 0) - function.lineno + 1 - told


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{name(path)}:{function.lineno} {function.name}"
        for path in sources(*CODE)
        for function in functions(path)
        if length(function) > LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.parametrize(
    ("folder", "most"), [*((one, LONGEST_FILE) for one in CODE), ("tests", LONGEST_TEST_FILE)]
)
def test_no_file_and_no_line_is_too_long(folder: str, most: int) -> None:
    long = []
    for path in sources(folder):
        lines = path.read_text(encoding="utf-8").splitlines()
        long += [name(path)] if len(lines) > most else []
        long += [f"{name(path)}:{at}" for at, line in enumerate(lines, 1) if len(line) > LONGEST_LINE]
    assert long == []


def test_no_file_is_named_for_having_no_subject() -> None:
    assert [name(path) for path in sources(*CODE, "tests") if path.stem.strip("_") in UNSAID] == []


def test_compliance_opens_nothing_and_asks_no_clock() -> None:
    found = []
    for path in sources("compliance"):
        found += [f"{name(path)} imports {module}" for module in imports(path) if module in IMPURE]
        for called in (node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)):
            said = {getattr(called, "attr", ""), f"{getattr(called, 'id', '')}()"}
            found += [f"{name(path)}:{called.lineno}"] if said & {"today", "now", "open()"} else []
    assert found == []


def test_nothing_is_unpickled() -> None:
    assert [name(path) for path in sources(*CODE, "tests") if UNSAFE & set(imports(path))] == []


def test_no_fault_is_swallowed() -> None:
    empty = [
        f"{name(path)}:{node.lineno}"
        for path in sources(*CODE)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and isinstance(node.body[0], ast.Pass)
        if node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"}
    ]
    assert empty == []


def test_everything_public_says_what_it_is() -> None:
    silent = []
    for path in sources(*CODE):
        silent += [] if ast.get_docstring(tree(path)) else [name(path)]
        silent += [
            f"{name(path)}:{node.lineno} {node.name}"
            for node in tree(path).body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ]
    assert silent == []


@pytest.mark.parametrize("pattern", [r"\d\s*%", r"第\s*\d+\s*条", r"\b[Aa]rt(icle|\.)\s*\d", r"〔\d{4}〕"])
def test_no_template_states_a_number_of_the_law(pattern: str) -> None:
    pages = list((ROOT / "templates").rglob("*.html"))
    shown = {
        page: re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "", page.read_text(), flags=re.DOTALL) for page in pages
    }
    stated = [f"{name(page)}: {found}" for page in pages for found in re.findall(pattern, shown[page])]
    assert stated == []


def texts() -> Iterator[tuple[str, str]]:
    """Every text that code and templates ask gettext for, and where."""
    found = [(path, "python") for path in sources("audits")]
    found += [(path, "jinja2.ext:babel_extract") for path in sorted((ROOT / "templates").rglob("*.html"))]
    options = {"trimmed": "true", "silent": "false"}
    for path, method in found:
        for _line, message, _comments, _context in extract_from_file(method, path, KEYWORDS, options=options):
            for one in [message] if isinstance(message, str) else message:
                yield str(one), name(path)


def test_every_text_has_a_chinese_translation() -> None:
    chinese = merged()
    assert sorted({f"{where}: {text}" for text, where in texts() if text not in chinese}) == []


def test_a_translation_has_the_blanks_of_its_text_and_is_not_empty() -> None:
    def blanks(text: str) -> set[str]:
        return set(re.findall(r"%\(\w+\)\w", text))

    assert [
        text for text, chinese in merged().items() if not chinese or blanks(text) != blanks(chinese)
    ] == []


def test_no_two_areas_translate_a_text_differently() -> None:
    told = {(english, chinese) for _, english, chinese in parts()}
    assert sorted(english for english, chinese in told if merged()[english] != chinese) == []


def test_parts_of_the_catalogue_are_sorted() -> None:
    for part in (ROOT / "templates" / "translations" / "parts").glob("*.json"):
        keys = list(json.loads(part.read_text(encoding="utf-8")))
        assert keys == sorted(keys), part.name


def test_no_file_names_a_package_host_or_a_place_of_one_machine() -> None:
    said = [".".join(host) for host in HOSTS] + [f"/{'work'}/", f"/{'tmp'}/", f"/{'root'}/"]
    found = [
        f"{name(path)}: {word}"
        for path in committed()
        if path.suffix in TEXT
        for word in said
        if word in path.read_text(encoding="utf-8", errors="replace")
    ]
    assert found == []


def test_tests_neither_skip_nor_pretend() -> None:
    words = ("pytest" + ".skip", "mark" + ".skip", "import" + "orskip", "x" + "fail(", "unittest" + ".mock")
    found = [
        f"{name(path)}: {word}" for path in sources("tests") for word in words if word in path.read_text()
    ]
    assert found == []


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    decisions = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    names = [re.split(r"[<>=\[]", one)[0] for one in wanted]
    assert [one for one in names if f"`{one}`" not in decisions] == []


def test_the_top_level_is_as_the_design_says() -> None:
    allowed = {
        "compliance", "audits", "models", "templates", "tests", "config.toml", "pyproject.toml", "README.md",
        "CHANGELOG.md", "Makefile", "requirements.lock", ".ci", ".gitignore", "docs",
    }  # fmt: skip
    assert {path.relative_to(ROOT).parts[0] for path in committed()} - allowed == set()


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert version in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
