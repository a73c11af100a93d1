"""How the crawl behaves: manners, limits, steps, files. Any of it yields to `-s KEY=VALUE`."""

from importlib.metadata import version

BOT_NAME = "pantau-jamsos"
SPIDER_LOADER_CLASS = "crawler.loader.SiteLoader"
SPIDER_MODULES = ["crawler.spiders"]

# Manners
CONTACT = "https://example.org/pantau-jamsos"
USER_AGENT = f"Mozilla/5.0 (compatible; PantauJamsos/{version('pantau-jamsos')}; +{{CONTACT}})"
ROBOTSTXT_USER_AGENT = "PantauJamsos"
ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0
CONCURRENT_REQUESTS = 4
CONCURRENT_REQUESTS_PER_DOMAIN = 1
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 0
AUTOTHROTTLE_MAX_DELAY = 30.0
CRAWL_DELAY_MAX = 120.0
RETRY_AFTER_MAX = 120.0
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "id,en;q=0.5",
}

# Limits
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 30
REDIRECT_MAX_TIMES = 5
RETRY_TIMES = 2
RETRY_EXCEPTIONS = [  # what our own client raises; another of Scrapy's would load Twisted's client
    "scrapy.exceptions.CannotResolveHostError",
    "scrapy.exceptions.DownloadConnectionRefusedError",
    "scrapy.exceptions.DownloadFailedError",
    "scrapy.exceptions.DownloadTimeoutError",
    "scrapy.exceptions.ResponseDataLossError",
    "builtins.OSError",
]
RETRY_GIVE_UP_LOG_LEVEL = "INFO"
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 5_000_000
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"
CONCURRENT_ITEMS = 1
WARN_ON_GENERATOR_RETURN_VALUE = False
SITES_AT_ONCE = 40

# Steps
DOWNLOADER = "crawler.downloader.SiteDownloader"
DOWNLOAD_HANDLERS_BASE = dict.fromkeys(("http", "https"), "crawler.http_client.HttpClient")
ASYNCIO_EVENT_LOOP = "uvloop.Loop"  # a page costs 2 % less than with asyncio's own
# Scrapy's, as far as they are used, between ours.
DOWNLOADER_MIDDLEWARES_BASE = {
    "crawler.host_guard.HostGuard": 50,
    "crawler.robots.RobotsGate": 100,
    "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware": 350,
    "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 400,
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": 500,
    "crawler.retry_after.PatientRetry": 550,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": 590,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": 600,
    "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": 750,
}
# The others would look at every page, for nothing; a redirect asks for this one.
SPIDER_MIDDLEWARES_BASE = {"scrapy.spidermiddlewares.referer.RefererMiddleware": 700}
ITEM_PIPELINES = {
    "pipelines.steps.Read": 100,
    "pipelines.steps.Archive": 200,
    "pipelines.steps.Save": 300,
}
EXTENSIONS = {
    "scrapy.extensions.throttle.AutoThrottle": None,
    "crawler.throttle.SiteThrottle": 0,
}
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

# Files
SITES = None
DB = "output/news.db"
ARCHIVE_DIR = None  # beside the database; see pipelines.archive.folder_beside
ARCHIVE_ALL = False
LOG_LEVEL = "INFO"
LOG_FORMATTER = "crawler.quiet_log.QuietLog"
STATS_DUMP = False
