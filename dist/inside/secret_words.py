"""Which names stand for secrets, and which texts are one: judged as a careful reader would, not by entropy alone."""
import math
import re

_NAMES = re.compile(
    r"secret|passw(or)?d|passwd|pwd$|token|api_?key|access_?key|private_?key|auth_?key|signing_?key|encryption_?key"
    r"|credential|account_?key|service_?key",
    re.IGNORECASE,
)
_OTHER_NAMES = re.compile(
    r"public|publishable|site_?key|(^|_)(id|url|uri|name|names|field|fields|header|headers|prefix|cookie|length|min|max|lifetime"
    r"|timeout|age|ttl|expiry|expires?|expiration|validators?|hashers?|class|classes|model|form|serializer|template|view|types?|algorithm|path|file|files"
    r"|dir|regex|pattern|message|help|help_text|label|placeholder|param|enabled|required|backends?|reset|changed|generator"
    r"|salt|format|error|errors|description|title|hint|text|input|widget|location|style|count|limit|scheme|kind)$"
    r"|csrf|primary_?key|foreign_?key|cache_?key|session_?key|sort_?key|no_?password|show_?password",
    re.IGNORECASE,
)
# Settings whose literal value is in use, however weak it looks.
SETTINGS = {
    "SECRET_KEY", "SECRET_KEY_FALLBACKS", "EMAIL_HOST_PASSWORD", "AWS_SECRET_ACCESS_KEY", "JWT_SECRET_KEY", "SIGNING_KEY",
    "STRIPE_SECRET_KEY", "JWT_SECRET", "CLOUDINARY_API_SECRET", "DB_PASSWORD", "DATABASE_PASSWORD",
}
STARTPROJECT = "django-insecure-"

_SAID = {
    "change", "changeme", "changethis", "changeit", "your", "yours", "example", "placeholder", "dummy", "fake", "insert", "replace",
    "replaceme", "fixme", "sample", "insecure", "unsafe", "dev", "develop", "development", "local", "localhost", "test",
    "tests", "testing", "tested", "ci", "build", "buildtime", "default", "foo", "bar", "baz", "none", "null", "undefined", "here",
    "desarrollo", "cambiar", "cambiame", "cambia", "ejemplo", "prueba", "pruebas", "desenvolvimento", "exemplo", "teste", "trocar",
    "developpement", "changez", "changer", "exemple", "entwicklung", "beispiel", "aendern", "sviluppo", "esempio", "geheim",
    "demo", "throwaway", "notsecret", "notasecret", "redacted", "hidden", "removed", "only", "never", "not", "please", "somesecret",
}
_WEAK = {
    "secret", "secrets", "key", "my", "the", "a", "password", "passwd", "pass", "pw", "token", "admin", "root", "user", "username",
    "postgres", "postgresql", "mysql", "redis", "django", "app", "db", "database", "api", "super", "supersecret", "secretkey",
    "mysecret", "mysecretkey", "mypassword", "value", "string", "text", "guest", "rabbitmq", "minio", "minioadmin", "qwerty", "abc",
}
_HASH = re.compile(r"^(pbkdf2|argon2|bcrypt|scrypt|md5|sha\d|\$2[aby]\$)", re.IGNORECASE)
_FILLED_IN = re.compile(r"\$\{|\$\(|\{\{|\{%|%\(|^\$[A-Za-z_]|^<.*>$|^\{.*\}$|^\[.*\]$|\.\.\.|\*{3}|[xX]{4}|…|^env[.(]|^process\.env")


def is_secret_name(name):
    return bool(_NAMES.search(name)) and not _OTHER_NAMES.search(name)


def words_of(value):
    spaced = re.sub(r"([a-z])([A-Z])", r"\1 \2", value)
    return [word for word in re.split(r"[^a-z]+", spaced.lower()) if word]


def is_to_be_filled(value):
    return bool(re.match(r"^(<[\w .-]+>|\[[\w .-]+\])$", value.strip()))


def is_placeholder(value):
    """Nobody would take it for the real one: empty, filled in elsewhere, says so itself, or made of the words for it."""
    text = value.strip()
    if not text or _FILLED_IN.search(text) or len(set(text.lower())) <= 2 or "example" in text.lower():
        return True
    if is_to_be_filled(text):
        return True
    parts = re.split(r"[-_. ]+", text.lower())
    if len(parts) > 1 and any(len(part) > 2 and part in _SAID for part in parts):
        return True
    words = words_of(text)
    rest = re.sub(r"[A-Za-z]+", "", text)
    if len(rest) > 12:  # random: words in it are an accident
        return False
    return bool(set(words) & _SAID) or (bool(words) and all(word in _WEAK for word in words) and len(rest) <= 6)


def looks_real(value):
    """Random or a password that somebody thought of; not a name, a path, an address, a sentence or a hash."""
    text = value.strip()
    if len(text) < 8 or len(text) > 4096 or re.search(r"\s", text) or is_placeholder(text) or _HASH.search(text):
        return False
    if re.match(r"^[A-Za-z]+([-_. :/][A-Za-z]+)*\d{0,4}$", text) or re.match(r"^(/|\./|\.\./|https?://|[\w.+-]+@[\w-]+\.)", text):
        return False
    if re.match(r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+(\(.*)?$", text):
        return False
    if sum(len(part) > 2 and part.isalpha() for part in re.split(r"[-_. ]+", text)) >= 4:
        return False  # a sentence
    kinds = sum(bool(re.search(kind, text)) for kind in ("[a-z]", "[A-Z]", "[0-9]", "[^A-Za-z0-9]"))
    return kinds >= 2 and entropy(text) >= 2.5


def entropy(text):
    counts = [text.count(letter) / len(text) for letter in set(text)]
    return -sum(share * math.log(share, 2) for share in counts)


def shown(value):
    """All that is ever told of a secret."""
    return "{}… ({} characters)".format(value[:2], len(value)) if len(value) > 8 else "({} characters)".format(len(value))
