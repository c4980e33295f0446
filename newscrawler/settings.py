"""Policy of the project: each line that differs from Scrapy's default has its reason beside it."""

from newscrawler import __version__

BOT_NAME = "newscrawler"
SPIDER_MODULES = ["newscrawler.spiders"]
NEWSPIDER_MODULE = "newscrawler.spiders"
COMMANDS_MODULE = "newscrawler.commands"

# --- Where things go -------------------------------------------------------------------------------------------
OUTPUT_DIR = "output"  # <site>/<UTC day>.jsonl, rejected/<site>/<UTC day>.jsonl, runs.jsonl
LEDGER_URL = ""  # empty: SQLite in <OUTPUT_DIR>/.ledger.db; or an SQLAlchemy address (postgresql+psycopg://…)

# --- Who we are -------------------------------------------------------------------------------------------------
CONTACT = ""  # e-mail or page by which a publisher reaches the operator; asked for at every start while empty
USER_AGENT = f"newscrawler/{__version__} (+https://github.com/newscrawler/newscrawler)"

# --- Politeness: one request at a time and a second between two, more polite by setting ------------------------
ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 1.0
CONCURRENT_REQUESTS_PER_DOMAIN = 1
CONCURRENT_REQUESTS = 16  # over all hosts

# --- Safety -----------------------------------------------------------------------------------------------------
ALLOWED_PRIVATE_HOSTS = ""  # comma-separated host or host:port on loopback or private addresses to let in
TELNETCONSOLE_ENABLED = False  # a console into the crawler
REMOTE_CONTROL_ENABLED = False  # an HTTP server that runs arbitrary Python
DOWNLOAD_VERIFY_CERTIFICATES = True  # Scrapy does not check them
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024  # the largest news pages are a few MB; Scrapy's default is 1 GiB
DOWNLOAD_TIMEOUT = 30  # seconds; a page that takes longer is tried again
COOKIES_ENABLED = False  # no session is needed to read news, and none is wanted

# --- Costs ------------------------------------------------------------------------------------------------------
CONCURRENT_ITEMS = 4  # Scrapy makes this many tasks for each response; 100 of them cost as much as the page

# --- Output beside the lines ------------------------------------------------------------------------------------
FEED_EXPORT_ENCODING = "utf-8"
LOG_LEVEL = "INFO"
