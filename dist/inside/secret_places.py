"""Which files can hold a secret that matters, and what kind of file each is."""
import os
import re

_TESTS = re.compile(r"(^|/)(tests?|testing|__tests__|spec|cypress|e2e)(/|$)|(^|/)(tests?|conftest|test_[^/]*|[^/]*_tests?|factories)\.py$")
_SKIPPED_FOLDERS = re.compile(
    r"(^|/)(migrations|locale|node_modules|bower_components|site-packages|vendor|vendors|staticfiles|static_root|dist|htmlcov"
    r"|\.git|\.venv|venv|__pycache__|ckeditor|tinymce)(/|$)"
)
_SKIPPED_FILES = re.compile(
    r"\.(lock|min\.js|min\.css|css|scss|less|map|svg|po|pot|mo|csv|tsv|png|jpe?g|gif|webp|ico|bmp|tiff?|pdf|woff2?|ttf|eot|otf|zip"
    r"|gz|tgz|bz2|xz|7z|rar|jar|whl|pyc|sqlite3?|db|mp[34]|webm|mov|avi|ogg|wav|exe|dll|so|docx?|xlsx?|pptx?|psd|parquet|pkl|h5)$"
    r"|(^|/)(package-lock\.json|composer\.lock|pnpm-lock\.yaml|\.secrets\.baseline|\.gitleaksignore|CHANGELOG[^/]*|LICEN[CS]E[^/]*)$",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"example|sample|template|\.dist(\.|$)|default|skeleton|[._-]tests?(\.|$)|(^|[._-])ci([._-]|$)", re.IGNORECASE)
_ENV = re.compile(r"(^|/)(\.env(rc)?(\.[\w.-]+)?|[\w-]+\.env|\.envs/.*|env/[\w.-]+\.env|\.flaskenv)$")
_DEVELOPMENT = re.compile(
    r"(^|[/._-])((dev|devel|develop|development|local|localhost|ci|debug|demo|sandbox)([/._-]|$)|(tests?|testing)([/.]|$))", re.IGNORECASE
)
_SEED = re.compile(r"seed|populat|demo|fake|sample|fixture|dummy|example|playground", re.IGNORECASE)
_CI = re.compile(r"(^|/)(\.github|\.circleci|\.gitlab-ci\.yml|\.travis\.yml|azure-pipelines\.yml|bitbucket-pipelines\.yml|tox\.ini|noxfile\.py)(/|$)?")
_CONFIG = re.compile(
    r"\.(json|ya?ml|toml|ini|cfg|conf|config|properties|sh|bash|tf|tfvars|service|plist|xml|ps1|bat|txt)$"
    r"|(^|/)(Dockerfile[^/]*|[^/]*\.dockerfile|Containerfile|Procfile|Makefile|Jenkinsfile|Vagrantfile)$",
    re.IGNORECASE,
)


def is_skipped(path):
    return bool(_TESTS.search(path) or _SKIPPED_FOLDERS.search(path) or _SKIPPED_FILES.search(path))


def kind_of(path):
    """`env`, `python`, `config`, or `text`, in which only tokens of a known shape are looked for."""
    if _ENV.search(path):
        return "env"
    if path.endswith((".py", ".pyw")):
        return "python"
    if _CI.search(path) or _EXAMPLE.search(os.path.basename(path)):
        return "text"
    return "config" if _CONFIG.search(path) else "text"


def is_development(path):
    return bool(_DEVELOPMENT.search(os.path.splitext(path)[0]) or re.search(r"\.env\.(dev|local|test|ci)", path))


def is_example(path):
    return bool(_EXAMPLE.search(os.path.basename(path)))


def is_seed(path):
    return bool(_SEED.search(path))
