"""Django's settings. What an installation may choose comes from `environment`; the rest is the product."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

from kontor.server.database import database_settings
from kontor.server.environment import environment
from kontor.server.logs import logging_settings
from kontor.server.secrets import secret_key

_env = environment()

DEBUG = _env.debug
DEMO = _env.demo
SECRET_KEY = secret_key(_env)
ALLOWED_HOSTS = _env.hosts
KONTOR_HOME = _env.home.resolve()
KONTOR_URL = _env.address
DATABASES = {"default": database_settings(_env)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "kontor.server.urls"
WSGI_APPLICATION = "kontor.server.wsgi.application"

HOUSE = [  # bottom floor first: an upper app finds the kinds of the lower ones entered
    "kernel", "web", "printing", "people", "standards", "parties", "documents", "timeline", "letters", "duties", "papers",
    "approvals", "clients", "catalog", "pricing", "stock", "receivables", "turnover", "contacts", "procurement", "orders",
    "invoices", "payments", "shipments", "debts", "reports", "desk", "api",
]  # fmt: skip
INSTALLED_APPS = [
    *(f"kontor.{app}" for app in HOUSE),
    *(["kontor.demo"] if DEMO else []),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "procrastinate.contrib.django",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kontor.people.middleware.LanguageMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kontor.web.middleware.RefusalMiddleware",
]
_CONTEXT = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "kontor.web.jinja.environment",
            "context_processors": [*_CONTEXT, "kontor.desk.shell.shell"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": _CONTEXT},
    },
]

AUTH_USER_MODEL = "people.Staff"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "kontor.people.sign_in.ClosedDoor"
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Kontor"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = KONTOR_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [KONTOR_URL]
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "style-src-attr": [UNSAFE_INLINE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

LANGUAGE_CODE = _env.language
LANGUAGES = [("en", "English"), ("ru", "Русский"), ("zh-hans", "中文")]  # each in its own words
USE_I18N = True
USE_TZ = True
TIME_ZONE = _env.time_zone
STATIC_URL = "/static/"
MEDIA_ROOT = KONTOR_HOME / "files"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 0 if DEBUG else 3600
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
LOGGING = logging_settings(plain=DEBUG or DEMO)
SILENCED_SYSTEM_CHECKS: list[str] = []

KONTOR_SMTP_URL = _env.smtp_url
KONTOR_MAIL_FROM = _env.mail_from
