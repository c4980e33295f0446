"""Policy of the project: each line that differs from Scrapy's default has its reason beside it.

Every bound: 0 means no bound.
"""

from importlib.util import find_spec

# Imported for its time alone: it looks at all frames and modules there are. Scrapy reads this file first;
# later, among our own imports, that is a fifth of what a command takes to start.
import scrapy.core.downloader.contextfactory  # noqa: F401
from scrapy.settings import default_settings

from newscrawler import __version__
from newscrawler.bounds import DEFAULT

BOT_NAME = "newscrawler"
SPIDER_MODULES = ["newscrawler.spiders"]
SPIDER_LOADER_CLASS = "newscrawler.publication.site_loader.SiteLoader"  # a broken site is refused alone
NEWSPIDER_MODULE = "newscrawler.spiders"
COMMANDS_MODULE = "newscrawler.commands"

# --- Where things go ----------------------------------------------------------------------------------------
OUTPUT_DIR = "output"  # <site>/<UTC day>.jsonl, rejected/<site>/<UTC day>.jsonl, runs.jsonl
OUTPUT_MACHINE = ""  # set by a fleet's worker: <site>/<UTC day>.<machine>.jsonl, a file for each machine
WARC_DIR = ""  # folder in which each answer is kept as it came, <site>/<site>-<time>.warc.gz; empty: none is
WARC_MAX_BYTES = 1024**3  # after which a new file is begun
LEDGER_URL = ""  # empty: SQLite in <OUTPUT_DIR>/.ledger.db; or an SQLAlchemy URL (postgresql+psycopg://…)

# --- Who we are ---------------------------------------------------------------------------------------------
CONTACT = ""  # e-mail or page by which a publisher reaches the operator; becomes part of the User-Agent
USER_AGENT = f"newscrawler/{__version__}"
ADDONS = {
    "newscrawler.addons.PrintableLogAddon": 0,  # escapes what could steer a terminal, masks secrets
    "newscrawler.addons.ContactAddon": 1,  # puts CONTACT into the User-Agent
}

# --- Politeness: one request at a time to a host and a second between two; more polite by setting -----------
ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0  # Scrapy's ±50 % is a disguise, and makes half of the delay
CONCURRENT_REQUESTS_PER_DOMAIN = 1
CONCURRENT_REQUESTS = 16  # over all hosts
CRAWL_DELAY_MAX = 120.0  # seconds; a host that asks for more is left for the run
RETRY_AFTER_MAX = 300.0  # seconds; the same
SLOW_HOST_LATENCY = 1.0  # seconds to the first byte; a slower host gets a delay as long as its answers take
SLOW_HOST_MAX_DELAY = 60.0
BACKOFF_START = 2.0  # first pause after a 429 or 503 without Retry-After; doubled each time in a row
REFUSALS_MAX = 10  # of the latest 20 answers: then the site is left for the run
CHALLENGES_MAX = 3  # of the latest 6
OBEY_AI_OPT_OUTS = False  # they are recorded in any case
HOST_MAX_REQUESTS = 100_000  # a run; more than a day at one a second
HOST_MAX_BYTES = 20 * 1024**3
RUN_MAX_REQUESTS = 0

# --- Many sites ---------------------------------------------------------------------------------------------
CADENCE = "1h"  # how often a site is due that does not say so itself (cadence)
SITES_AT_ONCE = 20  # sites that crawlsites crawls side by side, at a page a second each: a tenth of a core

# --- Revisits and duplicates --------------------------------------------------------------------------------
# age:interval, the age of an article up to which it is looked at again after each interval; "": never
REVISIT_AFTER = "2h:15m, 1d:2h, 7d:1d"
VERIFY_NOT_MODIFIED = 20  # one in so many requests for a listing is sent without validators: some servers lie
# pages of a run that are read twice, with and without the site's selectors, to see whether they agree
WITNESS_PAGES = 10
HEALTH_EVIDENCE = 10.0  # logarithm of how unlikely a drop must be by chance: 1 in 22,000
HEALTH_LEAST_ARTICLES = 10  # since it began: a few strange pages in a row are no redesign
HEALTH_LEAST_HISTORY = 50  # articles from which a usual share is known
HEALTH_LEAST_RUNS = 5  # runs from which it is: the articles of one run are alike
HEALTH_MEMORY = 3000  # articles that a usual share is taken over; older ones fade
HEALTH_RELEARN_DAYS = 21  # an alarm that nobody has ended has become usual by then
BACK_OFF = True  # a URL that gave no line is asked for again ever more seldom; False: in each run
LEDGER_WAIT = 10.0  # seconds that another process may hold the ledger or a lock file
RUNS_KEPT_DAYS = 400  # in the ledger, so that a year can be compared with the one before; 0: for ever
EXPORT_WITHDRAWN = False  # True: an article that has been taken away is a line that says so
DUPLICATES = "annotate"  # or "drop": near copies are no lines of their own
EXPORT_BATCH_LINES = 64  # lines that are synced at once
EXPORT_BATCH_SECONDS = 2.0  # a slow crawl is readable while it runs

# --- A fleet of machines (docs/fleet.md); times in seconds --------------------------------------------------
FLEET_MACHINE = ""  # empty: the host name; it names the machine in the schedule and in the names of its files
FLEET_SLOTS = 8  # crawls that a worker runs at a time: 100 MB and a tenth of a core each
FLEET_POLL = 3.0  # between two looks at schedule and queue
FLEET_GRACE = 15.0  # from the start of a crawl to its lock; a site that was busy is looked at again so soon
FLEET_LOST_AFTER = 6.0  # without its lock a crawl is lost; two looks, so that its worker can say how it ended
FLEET_HOME_PATIENCE = 30.0  # a due site waits so long for its own machine, which has its lines
FLEET_BACKOFF_MAX = 21600.0  # a site that fails is tried four times a day
FLEET_LOST_MAX = 4  # crawls lost in a row that pause a site: it may be what kills its machines
FLEET_STOP_GRACE = 60.0  # for crawls to end when their worker is stopped; then they are killed
FLEET_RUNS_KEPT_DAYS = 30.0

# --- Safety -------------------------------------------------------------------------------------------------
ALLOWED_PRIVATE_HOSTS = ""  # comma-separated host or host:port on loopback or private addresses to let in
TELNETCONSOLE_ENABLED = False  # a console into the crawler
REMOTE_CONTROL_ENABLED = False  # an HTTP server that runs arbitrary Python
DOWNLOAD_VERIFY_CERTIFICATES = True  # Scrapy does not check them
COOKIES_ENABLED = False  # no session is needed to read news; what a circle of redirects sets ends with it
# bytes as sent and as inflated; the tree of a page takes ten times as much; Scrapy: 1 GiB
DOWNLOAD_MAXSIZE = 6 * 1024 * 1024
ENCODINGS_MAX = 2  # Content-Encodings of one answer; more are a way to multiply
DOWNLOAD_WARNSIZE = 0  # what is too large is in the account
DOWNLOAD_TIMEOUT = 30  # seconds; Scrapy: 180
DNS_TIMEOUT = 10
HEADERS_TIMEOUT = 15.0  # seconds from request to the end of the headers
DOWNLOAD_MIN_RATE = 1000  # bytes a second over DOWNLOAD_RATE_WINDOW
DOWNLOAD_RATE_WINDOW = 10.0
HEADERS_MAX_COUNT = 200  # lines; browsers stop at a few hundred, news sites send some 30
HEADERS_MAX_SIZE = 65_536  # bytes; large sites send 4 to 8 KB
REDIRECT_MAX_TIMES = 8  # http to https, to www, to the slug, to a consent page and back; Scrapy: 20
METAREFRESH_MAXDELAY = 5  # a longer one is a page that reloads itself, not a redirect
RETRY_TIMES = 3
URLLENGTH_LIMIT = 2083  # characters; longer ones are searches, sessions and traps
DEPTH_LIMIT = 0  # chains of listing pages are bound by LISTING_MAX_PAGES
LINKS_PER_PAGE = 5000  # requests that one page may lead to; the longest index pages have some 2000 links
LISTING_MAX_ITEMS = DEFAULT.listing_items  # articles of one listing page, feed or JSON answer
LISTING_MAX_PAGES = 5000  # of one listing: with 20 rows a page, 100 000 articles
SITEMAP_MAX_ITEMS = DEFAULT.sitemap_items  # the protocol's own limit
SITEMAP_MAX_SIZE = DEFAULT.sitemap_size  # bytes as sent and as inflated: the protocol's own limit
SITEMAP_MAX_DEPTH = 3  # an index of indexes of sitemaps
ROBOTS_MAX_SIZE = 500 * 1024  # bytes that are read: what RFC 9309 asks for at least
ROBOTS_MAX_SITEMAPS = DEFAULT.robots_sitemaps  # that any_site asks for; a paper's archive can name thousands
PATH_MAX_DEPTH = 20  # parts of a URL's path; news URLs have up to 8
PARAMETERS_MAX = 30  # of a URL's query; only searches and traps have more than 10
ARTICLE_MAX_PAGES = DEFAULT.article_pages  # of one article that goes on from page to page
# characters of an article, all its pages together; a long novel has a million
TEXT_MAX_LENGTH = DEFAULT.text_length
STRING_MAX_LENGTH = DEFAULT.string_length  # characters of any other string of a line
LIST_MAX_ITEMS = DEFAULT.list_items  # topics, images, related stories… of a line
LINE_MAX_BYTES = DEFAULT.line_bytes  # DuckDB reads JSON objects of up to 16 MB
# of an HTML page, whose text and tree take up to 50 times as much; real ones have up to 2.3 MB
PAGE_MAX_BYTES = DEFAULT.page_bytes
# memory is taken by elements, not by bytes; the largest news pages have 8000
PAGE_MAX_TAGS = DEFAULT.page_tags
# elements in elements; browsers and the HTML parser stop at 512, JSON at Python's own depth
PAGE_MAX_DEPTH = DEFAULT.page_depth
PAGE_MAX_ATTRIBUTES = DEFAULT.page_attributes  # of one HTML tag: each takes memory; real pages come to 840
# links that are looked at: many times what any page of news has, and a second's work
PAGE_MAX_SECONDS = DEFAULT.page_seconds  # of the processor; the largest pages of news take half a second
PAGE_MAX_LINKS = DEFAULT.page_links
# characters of what is taken for a URL at all, and costs work
URL_MAX_LENGTH = DEFAULT.url_length
JSON_MAX_VALUES = DEFAULT.json_values  # of the scripts of a page that are parsed; real ones have up to 21 000
XML_MAX_ATTRIBUTES = DEFAULT.xml_attributes  # of one tag: each takes the memory of an element
XML_MAX_BROKEN_TAGS = DEFAULT.xml_broken_tags  # signs and tags that mean nothing: each is looked at by itself
# in one entry, or outside of all: those in entries are freed one by one
XML_MAX_LOOSE_ELEMENTS = DEFAULT.xml_loose_elements
TRAP_PAGES = 100  # listing pages of one shape in a row without an article that is new in the run
TRAP_ARTICLES = 200  # article pages of one shape in a row that were no article

# --- Pages that need a browser: sites that say so with ``render`` -------------------------------------------
BROWSER_PATH = ""  # empty: Playwright's own, else a Chromium or Chrome of the system
RENDER_REMOTE_BROWSER = False  # True: one that PLAYWRIGHT_CDP_URL names may render, with its own network
# scrapy-playwright's own: what it would take by default, and what rendering/options.py checks
PLAYWRIGHT_BROWSER_TYPE = "chromium"  # the only one that can be started without a network
PLAYWRIGHT_LAUNCH_OPTIONS: dict[str, object] = {}
PLAYWRIGHT_ABORT_REQUEST = None
RENDER_PAGES = 4  # at once; each takes some 100 MB
RENDER_TIMEOUT = (
    30.0  # seconds that a page may work and bring nothing; its waiting for the site does not count
)
RENDER_MAX_REQUESTS = 200  # of one page
RENDER_KEPT_SECONDS = 300.0  # that a callback may have its page while others wait and no page is free
RENDER_RENEW = 100  # pages that one browser serves: browsers leak

# --- Costs --------------------------------------------------------------------------------------------------
# Scrapy makes this many tasks for each response; 100 of them cost as much as the page, and an article is
# one item.
CONCURRENT_ITEMS = 1
ASYNCIO_EVENT_LOOP = "uvloop.Loop" if find_spec("uvloop") else None  # extra "fast"
WARN_ON_GENERATOR_RETURN_VALUE = False  # Scrapy reads the source of every callback, again and again

# --- Components ---------------------------------------------------------------------------------------------
DOWNLOADER = "newscrawler.download.downloader.BoundedDownloader"  # Scrapy's goes beyond CONCURRENT_REQUESTS
# what waits is small and in order; Scrapy's takes 4 KB a request, and gives the last one back first
SCHEDULER_MEMORY_QUEUE = "newscrawler.crawling.compact_queue.CompactQueue"
DOWNLOAD_HANDLERS = {
    "http": "newscrawler.download.handler.CheckedDownloadHandler",  # checks addresses, bounds answers
    "https": "newscrawler.download.handler.CheckedDownloadHandler",
    "file": None,  # nothing of this machine is news
    "data": None,
    "ftp": None,
    "s3": None,
}
DOWNLOADER_MIDDLEWARES_BASE = {  # without cookies, which are off: 4 MB less
    path: order
    for path, order in default_settings.DOWNLOADER_MIDDLEWARES_BASE.items()
    if not path.startswith("scrapy.downloadermiddlewares.cookies.")
}
DOWNLOADER_MIDDLEWARES = {
    "newscrawler.downloadermiddlewares.outcome.OutcomeMiddleware": 5,  # before anything settles it
    "newscrawler.downloadermiddlewares.guard.GuardMiddleware": 10,
    "newscrawler.downloadermiddlewares.out_of_range.OutOfRangeMiddleware": 90,  # before anything is asked
    "newscrawler.downloadermiddlewares.robotstxt.RobotsMiddleware": 100,
    "newscrawler.downloadermiddlewares.opt_outs.OptOutsMiddleware": 110,  # after robots.txt has been read
    # what was scheduled before a trap was recognised
    "newscrawler.downloadermiddlewares.traps.LeaveTrapsMiddleware": 120,
    # answers come decompressed, redirects followed
    "newscrawler.downloadermiddlewares.not_modified.NotModifiedMiddleware": 560,
    "newscrawler.downloadermiddlewares.redirect.FollowMetaRefreshMiddleware": 580,
    # sees inflated pages, before a meta refresh is followed
    "newscrawler.downloadermiddlewares.refusals.RefusalsMiddleware": 585,
    # whole pages in, rendered ones out: what follows sees those
    "newscrawler.downloadermiddlewares.render.RenderMiddleware": 587,
    # before anything decodes a page
    "newscrawler.downloadermiddlewares.charset.CharsetMiddleware": 589,
    "newscrawler.downloadermiddlewares.decompress.DecompressMiddleware": 590,
    "newscrawler.downloadermiddlewares.redirect.FollowRedirectsMiddleware": 600,
    "newscrawler.downloadermiddlewares.pace.PaceMiddleware": 860,
    # nearest to the downloader: counts what is sent
    "newscrawler.downloadermiddlewares.budget.BudgetMiddleware": 870,
    "newscrawler.downloadermiddlewares.archive.ArchiveMiddleware": 880,  # sees the bytes as they were sent
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # takes every failure for permission
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,  # drops some silently
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,  # takes cut for whole
    "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": None,  # nobody checks a proxy's addresses
}
SPIDER_MIDDLEWARES = {
    "newscrawler.spidermiddlewares.seen.SeenMiddleware": 50,
    "newscrawler.spidermiddlewares.traps.AvoidTrapsMiddleware": 950,
    # each of these passes every article through a layer of generators; AvoidTrapsMiddleware does their work
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # and drops without settling
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # and drops without settling
    "scrapy.spidermiddlewares.referer.RefererMiddleware": None,  # where we came from is private
    "scrapy.spidermiddlewares.start.StartSpiderMiddleware": None,  # nobody asks which requests were the first
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,  # checks spiders in development
}
ITEM_PIPELINES = {
    "newscrawler.pipelines.clean_text.CleanText": 50,
    "newscrawler.pipelines.keep_bounds.KeepBounds": 60,
    "newscrawler.pipelines.require_fields.RequireFields": 100,
    "newscrawler.pipelines.check_dates.CheckDates": 200,
    "newscrawler.pipelines.identify.Identify": 300,
    "newscrawler.pipelines.deduplicate.Deduplicate": 400,
    "newscrawler.pipelines.revise.Revise": 500,
    "newscrawler.pipelines.check_custom.CheckCustom": 890,  # after pipelines of yours
    "newscrawler.pipelines.export_jsonl.ExportJsonl": 900,
}
EXTENSIONS_BASE = {  # without what is switched off above: 9 MB and a fifth of the start-up even so
    path: order
    for path, order in default_settings.EXTENSIONS_BASE.items()
    if not path.startswith(("scrapy.extensions.remote_control.", "scrapy.extensions.telnet."))
}
EXTENSIONS = {
    "newscrawler.extensions.run_record.RunRecord": 0,  # opens the ledger before all else, closes it after
    "newscrawler.extensions.quick_stop.QuickStop": 1,
    "newscrawler.extensions.garbage.CollectSeldom": 1,
    "newscrawler.extensions.settle_dropped.SettleDropped": 0,
    "newscrawler.extensions.health.Health": 100,
    "newscrawler.extensions.progress.Progress": 900,  # after all others have counted
}
PROGRESS_LINE = True  # one live line on a terminal; elsewhere log lines

# --- Alerts -------------------------------------------------------------------------------------------------
ALERTS: list[str] = []  # URLs of apprise (extra "alerts"), comma-separated on the command line
ALERTS_COMMAND = ""  # a shell command that gets each message as JSON on its input
ALERTS_DIGEST = ""  # a time of the day (UTC) such as "07:00": one message a day on all sites
ALERTS_TIMEOUT = 10.0  # seconds that a channel may take at the end of a run
METRICS_DIR = ""  # a folder for node_exporter's textfile collector: <site>.prom, written after each run

# --- Log ----------------------------------------------------------------------------------------------------
FEED_EXPORTERS = {  # flat columns, as docs/use_the_lines.md has them; JSON lines are the lines themselves
    "csv": "newscrawler.exports.feeds.FlatCsv",
    "json": "newscrawler.exports.feeds.FlatJson",
    "jsonlines": "newscrawler.exports.feeds.Lines",
    "jsonl": "newscrawler.exports.feeds.Lines",
    "jl": "newscrawler.exports.feeds.Lines",
    "xml": "newscrawler.exports.feeds.FlatXml",
}
FEED_EXPORT_ENCODING = "utf-8"  # of Scrapy's own feeds (-o), which work beside the lines
LOG_LEVEL = "INFO"
LOG_JSON = False  # True: each line a JSON object with time, level, logger, site, run, message
LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LOG_DATEFORMAT = "%Y-%m-%dT%H:%M:%S%z"
LOG_FORMATTER = "newscrawler.logformatter.ShortLines"  # a URL and a reason, not a whole article
STATS_DUMP = False  # the summary and runs.jsonl say it in words
