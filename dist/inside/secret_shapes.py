"""Tokens that are known by their shape: what detect-secrets finds, and a few that it does not know."""
import re

from secret_words import entropy, is_placeholder, looks_real

# Each with words of which one must be there: most files hold none, and are looked through once.
_PLUGINS = {
    "aws": ("AWSKeyDetector", ("AKIA", "ASIA", "ABIA", "ACCA", "aws", "AWS", "A3T")),
    "azure_storage_key": ("AzureStorageKeyDetector", ("AccountKey",)),
    "discord": ("DiscordBotTokenDetector", ("discord", "DISCORD", "Discord")),
    "github_token": ("GitHubTokenDetector", ("ghp_", "gho_", "ghu_", "ghs_", "ghr_")),
    "gitlab_token": ("GitLabTokenDetector", ("glpat-", "gldt-", "glft-", "glsoat-", "glrt-", "GR1348941", "glcbt-", "glimt-", "glptt-", "glagent-", "gloas-")),
    "mailchimp": ("MailchimpDetector", ("-us",)),
    "npm": ("NpmDetector", ("_authToken",)),
    "openai": ("OpenAIDetector", ("sk-",)),
    "pypi_token": ("PypiTokenDetector", ("pypi-",)),
    "sendgrid": ("SendGridDetector", ("SG.",)),
    "slack": ("SlackDetector", ("xox", "hooks.slack.com")),
    "square_oauth": ("SquareOAuthDetector", ("sq0",)),
    "stripe": ("StripeDetector", ("k_live",)),
    "twilio": ("TwilioKeyDetector", ("twilio", "TWILIO", "Twilio")),
}
_OWN = (
    ("GitHub Token", "github_pat_", re.compile(r"github_pat_[A-Za-z0-9_]{60,}")),
    ("Google API Key", "AIza", re.compile(r"AIza[0-9A-Za-z_-]{35}")),
    ("Google OAuth Secret", "GOCSPX-", re.compile(r"GOCSPX-[0-9A-Za-z_-]{24,}")),
    ("Anthropic API Key", "sk-ant-", re.compile(r"sk-ant-[0-9A-Za-z_-]{40,}")),
    ("Telegram Bot Token", ":AA", re.compile(r"(?<![\w:])\d{8,10}:AA[0-9A-Za-z_-]{33}(?![\w-])")),
)
_KEY = re.compile(r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(.{0,200})", re.DOTALL)
_URL = re.compile(r"\b([a-z][a-z0-9+.-]{1,20})://([^\s:/@'\"<>{}]{0,100}):([^\s/@'\"<>]{3,200})@([\w.-]+)", re.IGNORECASE)
_LONGEST = 20000
ADDRESS = "password in an address"


def plugins():
    """(name, words, plugin): from the library, whose modules are loaded one by one so that one that is gone loses no other."""
    found = []
    for module, (name, words) in _PLUGINS.items():
        loaded = __import__("detect_secrets.plugins." + module, fromlist=[name])
        plugin = getattr(loaded, name)()
        found.append((plugin.secret_type, words, plugin))
    return found


def find_shapes(line, known):
    """(rule, value) for each token in a line."""
    text = line[:_LONGEST]
    for rule, words, plugin in known:
        if any(word in text for word in words):
            for value in {_secret_in(match) for pattern in plugin.denylist for match in pattern.finditer(text)}:
                if _is_token(value):
                    yield rule, value
    for rule, word, pattern in _OWN:
        if word in text:
            for value in pattern.findall(text):
                if _is_token(value):
                    yield rule, value
    if "://" in text and "@" in text:
        for scheme, user, password, host in _URL.findall(text):
            if password != user and looks_real(password) and not is_placeholder(host):
                yield ADDRESS, password


def find_keys(text):
    """(offset, value) for each private key; its first lines must be there, so that code about keys is none."""
    for match in _KEY.finditer(text):
        body = re.sub(r"[^A-Za-z0-9+/=]|\\n", "", match.group(1).replace("\\n", ""))
        if len(body) >= 40 and entropy(body) > 4:
            yield match.start(), body[:64]


def _secret_in(match):
    """The longest group, where one is long enough to be it: others hold the kind of token or the name before it."""
    longest = max((group for group in match.groups() if group), key=len, default="")
    return longest if len(longest) >= 16 else match.group()


def _is_token(text):
    straight = re.search(r"(0123456|1234567|abcdefg|ABCDEFG)", text)
    return len(text) >= 12 and not straight and "EXAMPLE" not in text.upper() and "XXXX" not in text.upper() and entropy(text) >= 3
